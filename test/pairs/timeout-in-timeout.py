import asyncio


async def nest(outer, inner, sleep):
    time = asyncio.get_running_loop().time
    start = time()
    try:
        async with asyncio.timeout(outer):
            try:
                async with asyncio.timeout(inner):
                    try:
                        await asyncio.sleep(sleep)
                        print("slept, ", end="")
                    finally:
                        print("left at %.1f, " % (time() - start), end="")
            except TimeoutError:
                print("inner, ", end="")
            await asyncio.sleep(1)
            print("behind, ", end="")
    except TimeoutError:
        print("outer, ", end="")
    print("end at %.0f" % (time() - start))


async def main():
    await nest(5, 3, 9)
    await nest(3, 5, 9)
    await nest(5, 4.5, 9)
    await nest(9, 9, 1)
    await nest(3, 9, 2.5)
    await nest(4, 4, 9)


asyncio.run(main())
