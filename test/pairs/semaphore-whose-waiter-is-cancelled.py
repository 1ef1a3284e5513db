import asyncio

places = asyncio.Semaphore(1)


async def visit(number):
    async with places:
        print("%d is in" % number)
        try:
            await asyncio.sleep(10)
        finally:
            print("%d leaves" % number)


async def main():
    visitors = [asyncio.create_task(visit(i)) for i in range(4)]
    await asyncio.sleep(1)
    visitors[1].cancel()    # waits
    await asyncio.sleep(1)
    visitors[0].cancel()    # is in
    await asyncio.sleep(1)
    places.release()        # one place more
    await asyncio.sleep(1)
    for i in range(2, 4):
        await visitors[i]
    for i in range(2):
        print("%d %s" % (i, "was cancelled" if visitors[i].cancelled() else "?"))


asyncio.run(main())
