import asyncio

lock = asyncio.Lock()


async def visit(number):
    try:
        async with lock:
            print("%d is in" % number)
            await asyncio.sleep(2)
    finally:
        print("%d has gone" % number)


async def main():
    visitors = [asyncio.create_task(visit(i)) for i in range(4)]
    await asyncio.sleep(1)
    print("second, go")
    visitors[1].cancel()
    await asyncio.sleep(2)
    print("third, go")
    visitors[2].cancel()
    for i, visitor in enumerate(visitors):
        try:
            await visitor
        except asyncio.CancelledError:
            print("%d was cancelled" % i)
    print("locked" if lock.locked() else "open")


asyncio.run(main())
