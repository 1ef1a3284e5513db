import asyncio

barrier = asyncio.Barrier(3)


async def run(number, seconds):
    for round in range(1, 4):
        await asyncio.sleep(number * seconds)
        print("%d ends round %d" % (number, round))
        place = await barrier.wait()
        await asyncio.sleep(0.25 * place)
        print("%d was number %d" % (number, place))


async def main():
    await asyncio.gather(run(3, 1), run(1, 1), run(2, 1))


asyncio.run(main())
