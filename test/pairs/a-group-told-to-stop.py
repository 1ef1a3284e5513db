import asyncio


async def watch():
    try:
        hour = 0
        while True:
            print("hour %d, all well" % hour)
            await asyncio.sleep(1)
            hour += 1
    finally:
        await asyncio.sleep(1)
        print("no watch any more")


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    async with asyncio.TaskGroup() as g:
        t = g.create_task(watch())
        await asyncio.sleep(2.5)
        t.cancel()
        print("told")
        await asyncio.wait([t])
        print("ended at %.1f" % (time() - start))
        t = g.create_task(watch())
        await asyncio.sleep(0.5)
        t.cancel()
    print("over at %.1f" % (time() - start))


asyncio.run(main())
