import asyncio


async def tree(depth, number):
    print("%d " % number, end="")
    if depth == 0:
        return number
    await asyncio.sleep(0)
    r = await asyncio.gather(tree(depth - 1, 2 * number), tree(depth - 1, 2 * number + 1))
    return r[0] + r[1]


async def main():
    total = await tree(4, 1)
    print("\nsum of the leaves: %d" % total)


asyncio.run(main())
