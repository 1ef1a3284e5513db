import asyncio


async def answer(where):
    print("asked %s" % where)
    await asyncio.sleep(0)
    print("answered %s" % where)
    return 42


def fill(future):
    print("filled")
    future.set_result(43)


async def main():
    call = answer("by a call")
    task = asyncio.create_task(answer("by a task"))
    print("nothing has run")
    print(await call)
    print(await task)
    loop = asyncio.get_running_loop()
    filled = loop.create_future()
    loop.call_soon(fill, filled)
    print(await filled)


asyncio.run(main())
