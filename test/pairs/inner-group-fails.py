import asyncio


async def fail(name):
    await asyncio.sleep(1)
    print("%s fails" % name)
    raise OSError


async def neighbour():
    try:
        await asyncio.sleep(3)
        print("neighbour ended")
    finally:
        print("neighbour left")


async def inner(name, hands_on):
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(fail(name))
    except* OSError:
        print("%s is caught" % name)
        if hands_on:
            raise


async def outer(name, hands_on):
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(neighbour())
            g.create_task(inner(name, hands_on))
    except* OSError:
        print("outer group fails")
    print("outer group over")


async def main():
    await outer("a", False)
    await outer("b", True)


asyncio.run(main())
