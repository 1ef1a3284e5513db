import asyncio


async def work(name):
    done = False
    try:
        await asyncio.sleep(5)
        done = True
        return 5
    finally:
        print("%s %s" % (name, "done" if done else "cancelled"))


async def other(task):
    try:
        await task
        print("other: a value")
    except asyncio.CancelledError:
        print("other: cancelled")


async def main():
    task = asyncio.create_task(work("first"))
    o = asyncio.create_task(other(task))
    try:
        await asyncio.wait_for(task, 1)
        print(0)
    except TimeoutError:
        print(1)
    await o
    task = asyncio.create_task(work("second"))
    o = asyncio.create_task(other(task))
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
        print(0)
    except TimeoutError:
        print(1)
    await o


asyncio.run(main())
