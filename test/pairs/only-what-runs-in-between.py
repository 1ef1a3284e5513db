import asyncio

careful = careless = 0


async def one():
    await asyncio.sleep(0)
    return 1


async def add(times):
    global careful, careless
    for i in range(times):
        before = careless
        more = await one()
        careless = before + more
        careful += 1
        print("%d %d" % (careful, careless))


async def main():
    await asyncio.gather(add(3), add(2), add(4))


asyncio.run(main())
