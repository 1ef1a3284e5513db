import asyncio


async def ring(delay, bell):
    print("lift %s" % bell)
    await asyncio.sleep(delay)
    print("ring %s" % bell)


async def main():
    small = asyncio.create_task(ring(1, "small"))
    large = asyncio.create_task(ring(2, "large"))
    time = asyncio.get_running_loop().time
    start = time()
    print("begin")
    await small
    await large
    print("end after %.0f" % (time() - start))


asyncio.run(main())
