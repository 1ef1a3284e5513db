import asyncio


async def product(name, n):
    p = 1
    for i in range(2, n + 1):
        print("%s: %d times %d" % (name, p, i))
        await asyncio.sleep(1)
        p *= i
    print("%s: %d" % (name, p))
    return p


async def main():
    r = await asyncio.gather(product("x", 2), product("y", 3), product("z", 4))
    print("%d %d %d" % tuple(r))


asyncio.run(main())
