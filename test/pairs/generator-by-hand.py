import asyncio


async def three(name):
    try:
        print("%s begins" % name)
        for i in range(1, 4):
            await asyncio.sleep(0)
            yield i
        print("%s is exhausted" % name)
    finally:
        print("%s closes" % name)


async def main():
    g = three("a")
    for i in range(5):
        try:
            print(await anext(g))
        except StopAsyncIteration:
            print("end")
    await g.aclose()
    print("a is closed")
    h = three("b")
    await h.aclose()
    print("b is closed")
    k = three("c")
    print(await anext(k))
    await k.aclose()
    print("c is closed")


asyncio.run(main())
