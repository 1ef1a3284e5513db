import asyncio

kept = None


async def numbers():
    try:
        i = 1
        while True:
            yield i
            i += 1
    finally:
        print("closing")
        await asyncio.sleep(1)
        print("closed")


async def task():
    try:
        await asyncio.sleep(100)
    finally:
        print("task left")


async def main():
    global kept, running
    kept = numbers()
    print(await anext(kept))
    running = asyncio.create_task(task())
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
