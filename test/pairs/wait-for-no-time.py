import asyncio


async def work(seconds):
    ended = False
    try:
        await asyncio.sleep(seconds)
        ended = True
        return seconds
    finally:
        print("work of %g %s" % (seconds, "ended" if ended else "cancelled"))


async def main():
    quick = asyncio.create_task(work(1))
    slow = asyncio.create_task(work(3))
    await asyncio.sleep(2)
    value = await asyncio.wait_for(quick, 0)
    print(1)
    print(value)
    try:
        await asyncio.wait_for(slow, 0)
        print(0)
    except TimeoutError:
        print(1)


asyncio.run(main())
