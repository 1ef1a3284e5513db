import asyncio

lock = asyncio.Lock()


async def visit(number):
    print("%d comes" % number)
    async with lock:
        print("%d is in, %s" % (number, "locked" if lock.locked() else "open"))
        await asyncio.sleep(1)
        print("%d leaves" % number)


async def main():
    await asyncio.gather(visit(1), visit(2), visit(3))
    await lock.acquire()
    print("by hand")
    lock.release()
    print("locked" if lock.locked() else "open")


asyncio.run(main())
