import asyncio


async def work(n, turns):
    for i in range(turns):
        await asyncio.sleep(0)
    print("work %d" % n)
    return n


async def main():
    f = [asyncio.create_task(work(n, 20 if n == 3 else 2)) for n in range(4)]
    done, pending = await asyncio.wait(f, return_when=asyncio.FIRST_COMPLETED)
    print("first %d" % min(f.index(task) for task in done))
    await asyncio.sleep(0)
    print("%d done" % sum(task.done() for task in f))
    for task in f:
        print(await task)


asyncio.run(main())
