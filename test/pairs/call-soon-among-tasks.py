import asyncio


def call(name):
    print("call %s" % name)


def call_twice(name):
    print("call %s" % name)
    asyncio.get_running_loop().call_soon(call, "from a call")


async def task(name):
    print("task %s" % name)
    asyncio.get_running_loop().call_soon(call, "from task %s" % name)
    await asyncio.sleep(0)
    print("task %s again" % name)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(call, "a")
    one = asyncio.create_task(task("1"))
    loop.call_soon(call_twice, "b")
    two = asyncio.create_task(task("2"))
    loop.call_soon(call, "c")
    print("main waits")
    await one
    print("main has one")
    await two
    print("main has two")


asyncio.run(main())
