import asyncio


async def numbers():
    try:
        i = 0
        while True:
            yield i
            await asyncio.sleep(1)
            i += 1
    finally:
        print("generator left")


async def reader(g):
    try:
        async for n in g:
            print(n)
        print("never here")
    finally:
        print("reader left")


async def main():
    t = asyncio.create_task(reader(numbers()))
    await asyncio.sleep(2.5)
    t.cancel()
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)
    try:
        async with asyncio.timeout(1.5):
            await reader(numbers())
    except TimeoutError:
        print("too late")


asyncio.run(main())
