import asyncio


async def child(n, seconds):
    await asyncio.sleep(seconds)
    print("child %d" % n)
    return n


async def parent(a, b):
    try:
        r = await asyncio.gather(a, b)
        print("never here")
        return r[0]
    finally:
        print("parent unwinds")


async def cancelled(t):
    try:
        await t
        return 0
    except asyncio.CancelledError:
        return 1


async def main():
    a = asyncio.create_task(child(1, 1))
    b = asyncio.create_task(child(2, 3))
    p = asyncio.create_task(parent(a, b))
    await asyncio.sleep(2)
    b.cancel()
    print("parent cancelled: %d" % await cancelled(p))
    print(await a)
    print("b cancelled: %d" % await cancelled(b))

    c = asyncio.create_task(child(3, 1))
    d = asyncio.create_task(child(4, 3))
    c.cancel()
    ends = await asyncio.gather(c, d, return_exceptions=True)
    print("%s %d" % ("cancelled" if isinstance(ends[0], asyncio.CancelledError) else "?", ends[1]))


asyncio.run(main())
