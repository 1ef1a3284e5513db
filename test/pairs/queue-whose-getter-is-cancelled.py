import asyncio


async def take(queue, number):
    try:
        value = await queue.get()
        print("%d has %d" % (number, value))
    finally:
        print("%d ends" % number)


async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(take(queue, 1))
    second = asyncio.create_task(take(queue, 2))
    third = asyncio.create_task(take(queue, 3))
    await asyncio.sleep(1)
    first.cancel()
    try:
        await first
    except asyncio.CancelledError:
        print("cancelled")
    await queue.put(10)
    await asyncio.sleep(1)
    print("%d %d %d" % (second.done(), third.done(), queue.qsize()))
    await queue.put(20)
    await queue.put(30)
    await asyncio.sleep(1)
    print("%d %d" % (third.done(), queue.qsize()))
    await second
    await third


asyncio.run(main())
