import asyncio


async def goodbye():
    print("saying goodbye")
    await asyncio.sleep(60)
    print("never here")


async def work():
    try:
        await asyncio.sleep(100)
    finally:
        try:
            await asyncio.wait_for(goodbye(), 1)
        except TimeoutError:
            print("no answer")
        await asyncio.sleep(1)
        print("left")


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    try:
        async with asyncio.timeout(2):
            await work()
    except TimeoutError:
        print("too late, at %.0f" % (time() - start))
    t = asyncio.create_task(work())
    await asyncio.sleep(3)
    t.cancel()
    try:
        await t
        print("0, ", end="")
    except asyncio.CancelledError:
        print("1, ", end="")
    print("at %.0f" % (time() - start))


asyncio.run(main())
