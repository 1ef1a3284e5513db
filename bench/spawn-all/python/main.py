import asyncio
import sys


async def number(n):
    return n


async def main():
    tasks = [asyncio.create_task(number(i)) for i in range(int(sys.argv[1]))]
    total = 0
    for task in tasks:
        total += await task
    print(total)


asyncio.run(main())
