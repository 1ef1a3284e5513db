import asyncio


async def add(queue, value):
    try:
        await queue.put(value)
        print("%d is in" % value)
    finally:
        print("end of %d" % value)


async def main():
    queue = asyncio.Queue(1)
    first = asyncio.create_task(add(queue, 1))
    second = asyncio.create_task(add(queue, 2))
    third = asyncio.create_task(add(queue, 3))
    await asyncio.sleep(1)
    second.cancel()
    try:
        await second
    except asyncio.CancelledError:
        print("cancelled")
    for i in range(2):
        value = await queue.get()
        print("got %d" % value)
        await asyncio.sleep(1)
    print("%d left" % queue.qsize())
    await first
    await third


asyncio.run(main())
