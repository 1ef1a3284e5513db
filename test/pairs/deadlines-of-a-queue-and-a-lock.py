import asyncio


async def hold(lock):
    async with lock:
        await asyncio.sleep(3)
    print("given back")


async def main():
    queue = asyncio.Queue(1)
    try:
        await asyncio.wait_for(queue.get(), 1)
    except TimeoutError:
        print("nothing came")
    await queue.put(7)
    try:
        await asyncio.wait_for(queue.put(8), 1)
    except TimeoutError:
        print("no place")
    print("%d in it" % queue.qsize())
    value = await asyncio.wait_for(queue.get(), 1)
    print("got %d" % value)

    lock = asyncio.Lock()
    holder = asyncio.create_task(hold(lock))
    await asyncio.sleep(1)
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError:
        print("no lock")
    await asyncio.wait_for(lock.acquire(), 3)
    print("locked")
    lock.release()
    print("locked" if lock.locked() else "open")
    await holder


asyncio.run(main())
