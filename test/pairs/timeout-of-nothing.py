import asyncio


async def wait_a_bit(name):
    print("%s begins" % name)
    await asyncio.sleep(1)
    print("never here")


async def main():
    try:
        async with asyncio.timeout(0):
            print("no wait")
    except TimeoutError:
        print("never here")
    try:
        async with asyncio.timeout(0):
            await wait_a_bit("a")
    except TimeoutError:
        print("too late")
    try:
        async with asyncio.timeout(-1):
            print("behind")
            await wait_a_bit("b")
    except TimeoutError:
        print("too late")
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await wait_a_bit("c")
    except TimeoutError:
        print("too late")


asyncio.run(main())
