import asyncio
import sys


async def number(n):
    return n


async def main():
    total = 0
    for i in range(int(sys.argv[1])):
        total += await asyncio.create_task(number(i))
    print(total)


asyncio.run(main())
