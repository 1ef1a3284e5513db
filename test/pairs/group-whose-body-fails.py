import asyncio


async def child(seconds):
    ended = False
    try:
        await asyncio.sleep(seconds)
        ended = True
    finally:
        print("child of %g %s" % (seconds, "ended" if ended else "cancelled"))


async def open_shop(goods):
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(child(1))
            g.create_task(child(3))
            await asyncio.sleep(2)
            if goods == 0:
                raise KeyError
            print("body ends")
        print("went well")
    except* KeyError as failures:
        print("failed: %d" % len(failures.exceptions))


async def main():
    await open_shop(1)
    await open_shop(0)


asyncio.run(main())
