import asyncio


async def ring(delay, bell):
    await asyncio.sleep(delay)
    print(bell)


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    print("begin")
    await ring(1, "ding")
    await ring(2, "dong")
    print("end after %.0f" % (time() - start))


asyncio.run(main())
