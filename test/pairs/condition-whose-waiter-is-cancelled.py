import asyncio

lock = asyncio.Lock()
changed = asyncio.Condition(lock)


async def wait_for(number):
    async with lock:
        try:
            await changed.wait()
            print("%d goes on" % number)
        finally:
            print("%d ends, %s" % (number, "locked" if lock.locked() else "open"))


async def main():
    first = asyncio.create_task(wait_for(1))
    second = asyncio.create_task(wait_for(2))
    await asyncio.sleep(1)
    async with lock:
        first.cancel()
        await asyncio.sleep(1)
        print("ended already" if first.done() else "waits for the lock")
        print("open now")
    try:
        await first
    except asyncio.CancelledError:
        print("cancelled")
    # What the first one does not want any more is the second one's.
    async with lock:
        changed.notify(1)
    await second


asyncio.run(main())
