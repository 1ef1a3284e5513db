import asyncio


async def work(n):
    await asyncio.sleep(n)
    print("work %d done" % n)
    return n


async def main():
    works = [asyncio.create_task(work(2 * n + 1)) for n in range(3)]
    done, pending = await asyncio.wait(works, timeout=2)
    print("%d done in time" % len(done))
    await asyncio.wait(works)
    print("now all")


asyncio.run(main())
