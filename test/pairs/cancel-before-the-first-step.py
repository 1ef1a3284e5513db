import asyncio


async def work():
    await asyncio.sleep(1)
    print("never here")
    return 1


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    t = asyncio.create_task(work())
    t.cancel()
    print("done: %d" % t.done())
    try:
        await t
        print("?")
    except asyncio.CancelledError:
        print("cancelled, at %.0f, cancelled: %d" % (time() - start, t.cancelled()))


asyncio.run(main())
