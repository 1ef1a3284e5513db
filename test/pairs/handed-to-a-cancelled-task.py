import asyncio


async def locks(n, lock):
    async with lock:
        print("%d has the lock" % n)
        await asyncio.sleep(1)


async def comes_in(n, semaphore):
    async with semaphore:
        print("%d has come in" % n)
        await asyncio.sleep(1)


async def gets(n, q):
    print("%d gets %d" % (n, await q.get()))


async def puts_in(n, q):
    await q.put(n)
    print("%d is put" % n)


async def end(first, second):
    first.cancel()
    try:
        await first
    except asyncio.CancelledError:
        pass
    await second


async def main():
    lock = asyncio.Lock()
    semaphore = asyncio.Semaphore(1)
    await lock.acquire()
    a = asyncio.create_task(locks(1, lock))
    b = asyncio.create_task(locks(2, lock))
    await asyncio.sleep(1)
    lock.release()
    await end(a, b)

    await semaphore.acquire()
    a = asyncio.create_task(comes_in(3, semaphore))
    b = asyncio.create_task(comes_in(4, semaphore))
    await asyncio.sleep(1)
    semaphore.release()
    await end(a, b)

    q = asyncio.Queue(1)
    a = asyncio.create_task(gets(5, q))
    b = asyncio.create_task(gets(6, q))
    await asyncio.sleep(1)
    await q.put(50)
    await end(a, b)

    await q.put(60)
    a = asyncio.create_task(puts_in(7, q))
    b = asyncio.create_task(puts_in(8, q))
    await asyncio.sleep(1)
    await q.get()
    await end(a, b)
    print("then %d" % await q.get())


asyncio.run(main())
