import asyncio


async def f2():
    print("Start f2")
    await asyncio.sleep(1)
    print("Stop f2")


async def f1():
    print("Start f1")
    await f2()
    print("Stop f1")


loop = asyncio.new_event_loop()
loop.run_until_complete(f1())
loop.close()
