import asyncio


async def at_once(n):
    return n + 1


async def other():
    for i in range(3):
        print("other %d" % i)
        await asyncio.sleep(0)


async def main():
    o = asyncio.create_task(other())
    done = asyncio.create_task(at_once(40))
    n = 0
    for i in range(10):
        n = await at_once(n)
    print("main %d" % n)
    await asyncio.sleep(0)
    print("main %d" % await done)
    print("main %d" % await done)
    await o


asyncio.run(main())
