import asyncio


async def work():
    try:
        await asyncio.sleep(1)
        await asyncio.sleep(1)
        print("never here")
    finally:
        print("cleaned up")


async def yielding():
    try:
        while True:
            await asyncio.sleep(0)
    finally:
        print("cleaned up too")


async def main():
    # All wake in the same turn, and main is the first of them.
    main_first = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    t = asyncio.create_task(work())
    await main_first
    t.cancel()
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)
    y = asyncio.create_task(yielding())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    y.cancel()
    print("asked")
    try:
        await y
        print(0)
    except asyncio.CancelledError:
        print(1)


asyncio.run(main())
