import asyncio


async def work(n):
    print("work %d" % n)
    await asyncio.sleep(n)
    return n


async def both(name, a, b):
    r = await asyncio.gather(a, b)
    print("%s has %d and %d" % (name, *r))
    return r[0] + r[1]


async def main():
    one = asyncio.create_task(work(1))
    two = asyncio.create_task(work(2))
    x = asyncio.create_task(both("x", one, two))
    y = asyncio.create_task(both("y", two, two))
    r = await asyncio.gather(one, x)
    print("%d %d" % tuple(r))
    print(await y)


asyncio.run(main())
