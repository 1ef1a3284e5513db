import asyncio
import sys


async def skynet(number, size):
    if size == 1:
        return number
    size //= 10
    children = [asyncio.create_task(skynet(number + i * size, size)) for i in range(10)]
    total = 0
    for child in children:
        total += await child
    return total


print(asyncio.run(skynet(0, int(sys.argv[1]))))
