import asyncio


async def horse(n, seconds):
    print("%d starts" % n)
    arrived = False
    try:
        await asyncio.sleep(seconds)
        arrived = True
        return 10 * n
    finally:
        print("%d %s" % (n, "arrives" if arrived else "stops"))


async def main():
    horses = [asyncio.create_task(horse(1, 3)), asyncio.create_task(horse(2, 2))]
    done, pending = await asyncio.wait(horses, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    winner = done.pop()
    print("%d wins with %d" % (horses.index(winner) + 1, winner.result()))


asyncio.run(main())
