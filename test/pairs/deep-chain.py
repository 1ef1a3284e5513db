import asyncio


async def down(depth):
    if depth == 0:
        print("at the bottom")
        await asyncio.sleep(1)
        print("up again")
        return 0
    n = await down(depth - 1)
    if depth % 25 == 0:
        print("passing %d" % depth)
    return n + 1


async def other(seconds):
    await asyncio.sleep(seconds)
    print("other after %g" % seconds)


async def main():
    before = asyncio.create_task(other(1))
    await asyncio.sleep(0)
    t = asyncio.create_task(down(100))
    await asyncio.sleep(0)
    behind = asyncio.create_task(other(1.5))
    print("depth %d" % await t)
    await before
    await behind


asyncio.run(main())
