import asyncio


async def bus(line, minutes):
    await asyncio.sleep(minutes)
    return line


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    buses = [asyncio.create_task(bus(100 + i, (i * 3 + 2) % 5 + 1)) for i in range(4)]
    for earliest in asyncio.as_completed(buses):
        line = await earliest
        print("line %d at %.0f" % (line, time() - start))
    print("no more")


asyncio.run(main())
