import asyncio


async def one():
    print("one")
    await asyncio.sleep(0)
    return 1


async def main():
    f = [one()]
    await asyncio.gather(*f[:0])
    print("nothing to do")
    results = await asyncio.gather(*f)
    print(results[0])
    print((await asyncio.gather(one()))[0])


asyncio.run(main())
