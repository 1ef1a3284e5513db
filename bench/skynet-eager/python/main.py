import asyncio
import sys


async def skynet(number, size):
    if size == 1:
        return number
    size //= 10
    total = 0
    for i in range(10):
        total += await skynet(number + i * size, size)
    return total


print(asyncio.run(skynet(0, int(sys.argv[1]))))
