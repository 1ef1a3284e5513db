import asyncio


async def work(queue):
    while True:
        value = await queue.get()
        print("took %d" % value)
        await asyncio.sleep(1)
        if value == 1:
            await queue.put(10)
        print("done with %d" % value)
        queue.task_done()


async def watch(queue, number):
    await queue.join()
    print("%d: all done" % number)


async def main():
    queue = asyncio.Queue()
    await queue.join()
    print("nothing to do")
    for i in range(3):
        queue.put_nowait(i)
    worker = asyncio.create_task(work(queue))
    await asyncio.gather(watch(queue, 1), watch(queue, 2))
    try:
        queue.task_done()
    except ValueError:
        print("done too often")
    queue.put_nowait(5)
    await watch(queue, 3)
    worker.cancel()


asyncio.run(main())
