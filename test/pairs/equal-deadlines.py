import asyncio


async def sleeper(n, seconds):
    await asyncio.sleep(seconds)
    print("sleeper %d" % n)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(4, print, "call of four")
    r = asyncio.gather(sleeper(1, 4), sleeper(2, 2), sleeper(3, 4), sleeper(4, 2), sleeper(5, 4), sleeper(6, 3))
    loop.call_later(4, print, "another one")
    loop.call_later(2, print, "call of two")
    await r
    print("all awake")


asyncio.run(main())
