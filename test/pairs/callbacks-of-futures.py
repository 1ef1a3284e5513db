import asyncio


def call(text):
    return lambda *unused: print(text)


async def sleeper():
    try:
        await asyncio.sleep(10)
    finally:
        print("sleeper left")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(call("first callback"))
    future.add_done_callback(call("second callback"))
    loop.call_soon(call("a call of before"))
    future.set_result(1)
    loop.call_soon(call("a call of after"))
    print("filled")
    print("value %d" % await future)
    await asyncio.sleep(0)
    t = asyncio.create_task(sleeper())
    t.add_done_callback(call("callback of the sleeper"))
    await asyncio.sleep(1)
    t.cancel()
    t.add_done_callback(call("another one"))
    print("asked")
    try:
        await t
    except asyncio.CancelledError:
        pass
    print("joined")
    await asyncio.sleep(0)


asyncio.run(main())
