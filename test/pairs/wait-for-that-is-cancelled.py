import asyncio


async def work():
    try:
        await asyncio.sleep(50)
        return 1
    finally:
        print("work leaves")
        await asyncio.sleep(1)
        print("work has left")


async def waiter():
    try:
        await asyncio.wait_for(work(), 20)
        print("never here")
    finally:
        print("waiter has left")


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    w = asyncio.create_task(waiter())
    await asyncio.sleep(3)
    w.cancel()
    try:
        await w
        print(0)
    except asyncio.CancelledError:
        print(1)
    print("at %.0f" % (time() - start))


asyncio.run(main())
