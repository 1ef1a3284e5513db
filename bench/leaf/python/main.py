import asyncio
import sys


async def leaf(count):
    done = 0
    while done < count:
        await asyncio.sleep(0)
        done += 1
    return done


async def deep(depth, count):
    if depth == 1:
        return await leaf(count)
    return await deep(depth - 1, count)


sys.setrecursionlimit(10000)
print(asyncio.run(deep(int(sys.argv[2]), int(sys.argv[1]))))
