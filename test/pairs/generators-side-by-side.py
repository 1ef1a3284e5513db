import asyncio


async def ticks(period, n):
    for i in range(1, n + 1):
        await asyncio.sleep(period)
        yield i


async def listen(name, period, n):
    async for i in ticks(period, n):
        print("%s %d" % (name, i))
    print("%s is over" % name)


async def main():
    await asyncio.gather(listen("slow", 2, 2), listen("quick", 0.75, 6), listen("never", 1, 0))
    a, b = ticks(1, 3), ticks(0.5, 3)
    while (x := await anext(a, None)) and (y := await anext(b, None)):
        print("%d and %d" % (x, y))
    await b.aclose()
    await a.aclose()


asyncio.run(main())
