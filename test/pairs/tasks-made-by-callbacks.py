import asyncio

tasks = []


async def work(name):
    print("%s begins" % name)
    await asyncio.sleep(0)
    print("%s ends" % name)


def make(name):
    print("making %s" % name)
    tasks.append(asyncio.get_running_loop().create_task(work(name)))


async def yields(n):
    for i in range(n):
        print("turn %d" % i)
        await asyncio.sleep(0)


async def main():
    y = asyncio.create_task(yields(8))
    first = asyncio.create_task(work("first"))
    first.add_done_callback(lambda _: make("second"))
    asyncio.get_running_loop().call_soon(make, "third")
    await y
    await first


asyncio.run(main())
