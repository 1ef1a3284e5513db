import asyncio


async def well():
    print("digging")
    await asyncio.sleep(2)
    print("water")
    return 7


async def drinker(n, water):
    await asyncio.sleep(n % 2)
    litres = await water
    print("drinker %d: %d" % (n, litres))
    return litres + n


async def main():
    water = asyncio.create_task(well())
    drinkers = [asyncio.create_task(drinker(n, water)) for n in range(4)]
    print("main: %d" % await water)
    print("main again: %d" % await water)
    total = 0
    for n in range(4):
        total += await drinkers[n]
    print(total)


asyncio.run(main())
