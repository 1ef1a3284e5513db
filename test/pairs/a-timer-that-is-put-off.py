import asyncio

pending = None


def save():
    print("saved at %.1f" % (asyncio.get_running_loop().time() - start))


def typed(key):
    global pending
    loop = asyncio.get_running_loop()
    print("%s at %.1f" % (key, loop.time() - start))
    if pending:
        pending.cancel()
    pending = loop.call_later(1, save)


async def main():
    global start
    start = asyncio.get_running_loop().time()
    for key, pause in (("a", 0.3), ("b", 0.9), ("c", 2.2), ("d", 0.4), ("e", 3.1)):
        typed(key)
        await asyncio.sleep(pause)
    typed("f")
    pending.cancel()
    await asyncio.sleep(2)
    print("over")


asyncio.run(main())
