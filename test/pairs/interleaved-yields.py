import asyncio


async def steps(name, n):
    for i in range(n):
        print("%c%d " % (name, i), end="")
        await asyncio.sleep(0)
    print("%c. " % name, end="")


async def maker():
    print("m0 ", end="")
    await asyncio.sleep(0)
    late = asyncio.create_task(steps("l", 2))
    print("m1 ", end="")
    await asyncio.sleep(0)
    print("m2 ", end="")
    await late
    print("m. ", end="")


async def main():
    a = asyncio.create_task(steps("a", 5))
    m = asyncio.create_task(maker())
    b = asyncio.create_task(steps("b", 3))
    for i in range(3):
        print("main%d " % i, end="")
        await asyncio.sleep(0)
    await a
    await m
    await b
    print("over")


asyncio.run(main())
