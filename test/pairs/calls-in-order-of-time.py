import asyncio


def say(text):
    print(text)


async def main():
    await asyncio.sleep(10)
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_at(now + 3, say, "three")
    loop.call_at(now + 1, say, "one")
    loop.call_at(now + 2, say, "two, first")
    loop.call_at(now + 2.5, say, "two and a half")
    loop.call_later(0, say, "at once, but later")
    loop.call_soon(say, "soon")
    loop.call_at(now - 5, say, "too late, so now")
    loop.call_at(now - 6, say, "even later, so before that")
    loop.call_later(1.5, say, "never").cancel()
    await asyncio.sleep(0)
    print("main after a turn")
    await asyncio.sleep(5)
    print("main at the end")


asyncio.run(main())
