import asyncio


class Door:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("opening %s" % self.name)
        await asyncio.sleep(1)
        print("open %s" % self.name)
        return self

    async def __aexit__(self, *exception):
        print("closing %s" % self.name)
        await asyncio.sleep(1)
        print("closed %s" % self.name)


async def walk(seconds):
    async with Door("a") as outer, Door("b") as inner:
        print("between %s and %s" % (outer.name, inner.name))
        await asyncio.sleep(seconds)
        if seconds > 1:
            return 2
        print("on")
    return 1


async def cancelled(t):
    try:
        await t
        return 0
    except asyncio.CancelledError:
        return 1


async def main():
    print(await walk(1))
    print(await walk(2))
    inside = asyncio.create_task(walk(10))
    await asyncio.sleep(5)
    inside.cancel()
    print(await cancelled(inside))
    at_the_door = asyncio.create_task(walk(10))
    await asyncio.sleep(1.5)
    at_the_door.cancel()
    print(await cancelled(at_the_door))


asyncio.run(main())
