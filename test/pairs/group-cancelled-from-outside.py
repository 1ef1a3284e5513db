import asyncio


async def child():
    print("child: comes")
    try:
        await asyncio.sleep(100)
    finally:
        print("child: leaves")
        await asyncio.sleep(1)
        print("child: has left")


async def parent():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(child())
            print("parent: waits")
        print("never here")
    finally:
        print("parent: has left")


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    task = asyncio.create_task(parent())
    await asyncio.sleep(5)
    print("main: cancels")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: cancelled at %.0f" % (time() - start))


asyncio.run(main())
