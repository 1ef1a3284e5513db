import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        print("child %d ended" % n)
    finally:
        print("child %d left" % n)


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    async with asyncio.TaskGroup() as g:
        children = [g.create_task(child(n)) for n in range(1, 4)]
        await asyncio.sleep(1.5)
        children[1].cancel()
        print("asked the second")
    print("over at %.0f" % (time() - start))


asyncio.run(main())
