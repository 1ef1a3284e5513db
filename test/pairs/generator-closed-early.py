import asyncio
from contextlib import aclosing


async def numbers():
    try:
        i = 0
        while True:
            print("making %d" % i)
            await asyncio.sleep(0.5)
            yield i
            i += 1
    finally:
        print("closing")
        await asyncio.sleep(1)
        print("closed")


async def main():
    async with aclosing(numbers()) as g:
        async for n in g:
            print("got %d" % n)
            if n == 2:
                break
    print("behind")


asyncio.run(main())
