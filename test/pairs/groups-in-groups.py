import asyncio


async def leaf(name, seconds):
    print("+%s" % name)
    await asyncio.sleep(seconds)
    print("-%s" % name)


async def branch(g):
    print("+branch")
    g.create_task(leaf("twig", 2))
    await asyncio.sleep(1)
    g.create_task(leaf("late twig", 3))
    print("-branch")


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    async with asyncio.TaskGroup() as outer:
        outer.create_task(branch(outer))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(leaf("inner", 0.5))
            print("inner body")
        print("inner group over at %.1f" % (time() - start))
        outer.create_task(leaf("outer", 1))
    print("outer group over at %.1f" % (time() - start))


asyncio.run(main())
