import asyncio


async def twice(n):
    print("start %d" % n)
    await asyncio.sleep(1)
    print("stop %d" % n)
    return 2 * n


async def main():
    a = await twice(1)
    t = asyncio.create_task(twice(2))
    r = await asyncio.gather(twice(3), twice(4), twice(5))
    print(a, await t, *r)


asyncio.run(main())
