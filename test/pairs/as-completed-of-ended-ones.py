import asyncio


async def give(n, seconds):
    await asyncio.sleep(seconds)
    return n


async def main():
    f = [
        asyncio.create_task(give(0, 5)),
        asyncio.create_task(give(1, 2)),
        asyncio.create_task(give(2, 1)),
        asyncio.create_task(give(3, 4)),
    ]
    await asyncio.sleep(3)
    total = 0
    for next_one in asyncio.as_completed(f):
        n = await next_one
        total += n
        if n in (0, 3):
            print("%d, sum %d" % (n, total))


asyncio.run(main())
