import asyncio


async def sleeper(n):
    slept = False
    try:
        await asyncio.sleep(n)
        slept = True
        return n
    finally:
        print("%d %s" % (n, "slept" if slept else "was woken"))


async def main():
    t = [asyncio.create_task(sleeper(i + 1)) for i in range(6)]
    await asyncio.sleep(2.5)
    for i in (4, 2, 5):
        t[i].cancel()
        print("asked %d" % (i + 1))
    for i in range(6):
        try:
            value = await t[i]
            print("%d: ended %d" % (i + 1, value))
        except asyncio.CancelledError:
            print("%d: cancelled 0" % (i + 1))


asyncio.run(main())
