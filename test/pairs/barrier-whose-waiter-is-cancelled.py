import asyncio

barrier = asyncio.Barrier(2)


async def arrive(name):
    print("%s comes" % name)
    try:
        await barrier.wait()
        await asyncio.sleep(1)
    finally:
        print("%s ends" % name)


async def main():
    first = asyncio.create_task(arrive("first"))
    await asyncio.sleep(1)
    first.cancel()
    try:
        await first
    except asyncio.CancelledError:
        pass
    second = asyncio.create_task(arrive("second"))
    await asyncio.sleep(1)
    print("passed alone" if second.done() else "waits")
    await arrive("third")
    await second


asyncio.run(main())
