import asyncio


def now():
    return asyncio.get_running_loop().time()


async def inner(limit, sleep):
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(sleep)
            print("    slept")
    except TimeoutError:
        print("    inner limit at %.1f" % (now() - start))


async def middle(limit, sleep):
    try:
        async with asyncio.timeout(limit):
            for i in range(3):
                await inner(2, sleep)
            print("  thrice")
    except TimeoutError:
        print("  middle limit at %.1f" % (now() - start))


async def outer(limit, middle_limit, sleep):
    global start
    start = now()
    try:
        async with asyncio.timeout(limit):
            try:
                await middle(middle_limit, sleep)
                await middle(middle_limit, sleep)
            finally:
                print("leaving the outer")
    except TimeoutError:
        print("outer limit at %.1f" % (now() - start))


async def main():
    await outer(100, 50, 1)
    await outer(100, 50, 3)
    await outer(100, 5.1, 3)
    await outer(7.3, 5.1, 3)
    await outer(1.3, 50, 3)


asyncio.run(main())
