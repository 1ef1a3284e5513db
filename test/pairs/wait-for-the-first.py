import asyncio


async def runner(n, seconds):
    print("%d runs" % n)
    await asyncio.sleep(seconds)
    print("%d is there" % n)
    return n


async def main():
    runners = [asyncio.create_task(runner(0, 4)), asyncio.create_task(runner(1, 2)), asyncio.create_task(runner(2, 3))]
    done, pending = await asyncio.wait(runners, return_when=asyncio.FIRST_COMPLETED)
    print("the first is %d" % done.pop().result())
    print("%d run still" % len(pending))
    await asyncio.wait(pending)
    for task in runners:
        if task in pending:
            print("also %d" % task.result())


asyncio.run(main())
