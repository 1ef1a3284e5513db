import asyncio


async def cook(what, minutes):
    try:
        await asyncio.sleep(minutes)
        print("%s is done" % what)
    finally:
        print("%s is off the fire" % what)


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    dishes = ["an egg", "a roast"]
    for i in range(2):
        try:
            async with asyncio.timeout(10):
                await cook(dishes[i], 90 if i else 6)
                print("served")
        except TimeoutError:
            print("too late")
        print("at %.0f" % (time() - start))


asyncio.run(main())
