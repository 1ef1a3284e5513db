import asyncio


async def work():
    done = False
    try:
        await asyncio.sleep(5)
        done = True
        return 5
    finally:
        print("done" if done else "cancelled")


async def through(task):
    try:
        await asyncio.shield(task)
        print("never here")
    finally:
        print("the one behind the shield unwinds")


async def main():
    task = asyncio.create_task(work())
    try:
        async with asyncio.timeout(1):
            print(await asyncio.shield(task))
    except TimeoutError:
        print("too late")
    try:
        async with asyncio.timeout(5):
            print(await asyncio.shield(task))
    except TimeoutError:
        print("never here")
    task = asyncio.create_task(work())
    t = asyncio.create_task(through(task))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)


asyncio.run(main())
