import asyncio


async def arrive(barrier, seconds):
    await asyncio.sleep(seconds)
    print("came after %.0f" % seconds)
    await barrier.wait()
    print("passed, %.0f" % seconds)


async def main():
    barrier = asyncio.Barrier(3)
    one = asyncio.create_task(barrier.wait())
    two = asyncio.create_task(barrier.wait())
    await asyncio.sleep(1)
    print("%d %d" % (one.done(), two.done()))
    third = await barrier.wait()
    print("%d %d %d" % (await one, await two, third))
    await asyncio.gather(arrive(barrier, 3), arrive(barrier, 1), arrive(barrier, 2))


asyncio.run(main())
