import asyncio


async def leaf(n):
    print("(%d " % n, end="")
    await asyncio.sleep(5 - n)
    print("%d) " % n, end="")
    return n


def fill(future):
    print("filled ", end="")
    future.set_result(9)


async def main():
    task = asyncio.create_task(leaf(4))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(2.5, fill, future)
    r = await asyncio.gather(asyncio.gather(leaf(1), leaf(2)), task, asyncio.gather(leaf(3), future))
    print("\n%d %d %d %d %d" % (*r[0], r[1], *r[2]))


asyncio.run(main())
