import asyncio
import sys


async def nap(n):
    await asyncio.sleep((n * 7919 % 1000003 % 1001) / 1000)
    return n


async def main():
    tasks = [asyncio.create_task(nap(i)) for i in range(int(sys.argv[1]))]
    total = 0
    for task in tasks:
        total += await task
    print(total)


asyncio.run(main())
