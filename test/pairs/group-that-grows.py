import asyncio


async def node(g, n, depth):
    print("%s%d" % ("  " * depth, n))
    await asyncio.sleep(0)
    if depth < 2:
        for i in range(1, 3):
            g.create_task(node(g, n * 10 + i, depth + 1))
    await asyncio.sleep(1)
    print("%s-%d" % ("  " * depth, n))


async def main():
    async with asyncio.TaskGroup() as g:
        g.create_task(node(g, 1, 0))
    print("grown")


asyncio.run(main())
