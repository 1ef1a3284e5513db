import asyncio
from contextlib import aclosing


async def readings(sensor):
    try:
        value = 20
        while True:
            await asyncio.sleep(1)
            yield value
            value = (value * 7 + 5) % 41
    finally:
        print(sensor, "is switched off")


async def averages(values, width):
    total = count = 0
    async with aclosing(values):
        async for value in values:
            total += value
            count += 1
            if count % width == 0:
                yield total / width
                total = 0


async def main():
    async with aclosing(averages(readings("the thermometer"), 3)) as values:
        async for average in values:
            print("%.2f" % average)
            if average > 30:
                break


asyncio.run(main())
