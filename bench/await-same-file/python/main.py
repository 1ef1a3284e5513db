import asyncio
import sys


async def step(a, b):
    if a < 0:
        await asyncio.sleep(0)
    return a ^ b


async def main():
    total = 0
    for i in range(int(sys.argv[1])):
        total = await step(total, i)
    print(total)


asyncio.run(main())
