import asyncio

lock = asyncio.Lock()
changed = asyncio.Condition(lock)


async def wait_for(number):
    async with lock:
        print("%d waits" % number)
        await changed.wait()
        print("%d has the lock" % number)
        await asyncio.sleep(1)
        print("%d gives it back" % number)


async def notify(count):
    async with lock:
        print("notify %d" % count)
        changed.notify(count)
        await asyncio.sleep(1)
        print("notified")
    await asyncio.sleep(10)


async def main():
    waiting = [asyncio.create_task(wait_for(i)) for i in range(6)]
    await asyncio.sleep(1)
    await notify(1)
    await notify(2)
    await notify(0)
    async with lock:
        print("notify all")
        changed.notify_all()
    for task in waiting:
        await task


asyncio.run(main())
