import asyncio


async def fill_after(future, delay, value):
    await asyncio.sleep(delay)
    print("filling in %d" % value)
    future.set_result(value)
    print("filled")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.create_task(fill_after(future, 1, 12))
    print("waiting …")
    print(await future)


asyncio.run(main())
