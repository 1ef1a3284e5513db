import asyncio
import sys

from add import add


async def main():
    total = 0
    for i in range(int(sys.argv[1])):
        total = await add(total, i)
    print(total)


asyncio.run(main())
