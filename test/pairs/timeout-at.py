import asyncio


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    train = start + 20
    try:
        async with asyncio.timeout_at(train) as deadline:
            shop = 1
            while True:
                print("shop %d, %.0f left" % (shop, deadline.when() - time()))
                await asyncio.sleep(8)
                shop += 1
    except TimeoutError:
        print("the train leaves at %.0f" % (time() - start))
    try:
        async with asyncio.timeout(None):
            await asyncio.sleep(1000)
            print("the next one at %.0f" % (time() - start))
    except TimeoutError:
        print("never")


asyncio.run(main())
