import asyncio


async def bake(what, minutes):
    print("%s goes in" % what)
    await asyncio.sleep(minutes)
    print("%s comes out" % what)
    return minutes


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    async with asyncio.TaskGroup() as g:
        bread = g.create_task(bake("bread", 40))
        cake = g.create_task(bake("cake", 30))
        print("the oven is full")
    print("%d and %d, in %.0f" % (bread.result(), cake.result(), time() - start))


asyncio.run(main())
