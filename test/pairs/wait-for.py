import asyncio


async def forever():
    try:
        await asyncio.sleep(3600)
        print("never here")
        return 1
    finally:
        print("wake up")
        await asyncio.sleep(2)
        print("awake")


async def nap():
    await asyncio.sleep(0.5)
    return 2


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    print("napped %d" % await asyncio.wait_for(nap(), 1))
    try:
        await asyncio.wait_for(forever(), 1)
    except TimeoutError:
        print("timeout at %.1f" % (time() - start))
    task = asyncio.create_task(forever())
    try:
        await asyncio.wait_for(task, 1)
    except TimeoutError:
        print("timeout at %.1f, %s" % (time() - start, "cancelled" if task.cancelled() else "?"))


asyncio.run(main())
