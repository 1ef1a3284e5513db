import asyncio


async def divide(a, b):
    await asyncio.sleep(a % 3)
    print("%d by %d" % (a, b))
    return a // b


def show(result):
    if isinstance(result, Exception):
        print("failed")
    else:
        print("= %d" % result)


async def main():
    f = [divide(11, 2), divide(6, 0), divide(7, 3), divide(5, 0)]
    for result in await asyncio.gather(*f, return_exceptions=True):
        show(result)


asyncio.run(main())
