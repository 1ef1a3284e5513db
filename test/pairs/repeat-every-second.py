import asyncio


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    end = start + 4.5
    while True:
        print("tick at %.0f" % (time() - start))
        if time() + 1 >= end:
            break
        await asyncio.sleep(1)


asyncio.run(main())
