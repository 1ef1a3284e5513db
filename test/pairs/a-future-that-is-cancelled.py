import asyncio


async def waiter(name, f):
    try:
        print("%s got %d" % (name, await f))
    finally:
        print("%s gives up" % name)


async def joiner(f):
    try:
        await f
        print("?")
    except asyncio.CancelledError:
        print("joiner hears of it")


async def main():
    future = asyncio.get_running_loop().create_future()
    a = asyncio.create_task(waiter("a", future))
    b = asyncio.create_task(joiner(future))
    c = asyncio.create_task(waiter("c", future))
    await asyncio.sleep(1)
    future.cancel()
    print("cancelled")
    is_over = a.done()
    await asyncio.wait([a])
    print("%d %d" % (is_over, a.cancelled()))
    await b
    try:
        await c
        print(0)
    except asyncio.CancelledError:
        print(1)


asyncio.run(main())
