import asyncio
import sys

DEPTH = 101


async def deep(depth, value):
    if depth == 1:
        return value
    return await deep(depth - 1, value)


async def main():
    total = 0
    for i in range(int(sys.argv[1]) // DEPTH):
        total += await deep(DEPTH, i)
    print(total)


asyncio.run(main())
