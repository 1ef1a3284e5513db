import asyncio

two = asyncio.Semaphore(2)


async def visit(number):
    async with two:
        print("%d is in" % number)
        await asyncio.sleep(5 if number == 0 else 1)
        print("%d leaves" % number)


async def main():
    start = asyncio.get_running_loop().time()
    await asyncio.gather(*[visit(i) for i in range(5)])
    print("%.0f" % (asyncio.get_running_loop().time() - start))


asyncio.run(main())
