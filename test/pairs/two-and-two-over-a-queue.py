import asyncio


async def produce(queue, producer, seconds):
    for i in range(5):
        await asyncio.sleep(seconds)
        await queue.put((producer, i))
        print("%d put %d, %d there" % (producer, i, queue.qsize()))


async def consume(queue, consumer, seconds):
    for i in range(5):
        producer, number = await queue.get()
        print("consumer %d has %d of %d" % (consumer, number, producer))
        await asyncio.sleep(seconds)


async def main():
    queue = asyncio.Queue(2)
    await asyncio.gather(produce(queue, 1, 0.25), produce(queue, 2, 0.375), consume(queue, 1, 1.125), consume(queue, 2, 1.0625))
    print(queue.qsize())


asyncio.run(main())
