import asyncio

lock = asyncio.Lock()
changed = asyncio.Condition(lock)
water = 0


async def drink(glasses):
    global water
    async with changed:
        while water < glasses:
            print("%d of %d" % (water, glasses))
            await changed.wait()
        water -= glasses
        print("drank %d, %s" % (glasses, "locked" if lock.locked() else "open"))


async def fill():
    global water
    for i in range(4):
        await asyncio.sleep(1)
        async with changed:
            water += 1
            print("filled, %d" % water)
            changed.notify(1)


async def main():
    await asyncio.gather(drink(3), fill())
    print("%d left" % water)


asyncio.run(main())
