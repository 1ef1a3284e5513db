import asyncio

jobs = [0.5, 0.125, 1, 0.25, 0.875, 0.375, 0.75, 0.0625, 0.5, 1]


async def worker(number, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        print("worker %d slept for %.4f" % (number, seconds))
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    total = 0
    for job in jobs:
        total += job
        queue.put_nowait(job)
    workers = [asyncio.create_task(worker(i, queue)) for i in range(3)]
    start = asyncio.get_running_loop().time()
    await queue.join()
    print("all done after %.4f" % (asyncio.get_running_loop().time() - start))
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print("%.4f of sleep" % total)


asyncio.run(main())
