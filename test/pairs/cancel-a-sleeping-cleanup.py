import asyncio


async def flush(name, seconds):
    await asyncio.sleep(seconds)
    print("%s flushed" % name)


async def work():
    try:
        try:
            print("working")
            await asyncio.sleep(100)
        finally:
            await asyncio.gather(flush("disk", 2), flush("net", 1))
            print("both flushed")
    finally:
        await flush("log", 1)


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    t.cancel()
    print("asked")
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)


asyncio.run(main())
