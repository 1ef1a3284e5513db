import asyncio


async def wait_for(event, number):
    print("%d waits" % number)
    await event.wait()
    print("%d goes on" % number)


async def main():
    event = asyncio.Event()
    first = asyncio.create_task(wait_for(event, 1))
    second = asyncio.create_task(wait_for(event, 2))
    await asyncio.sleep(1)
    print("set" if event.is_set() else "not set")
    event.set()
    print("set" if event.is_set() else "not set")
    await first
    await second
    await wait_for(event, 3)
    event.clear()
    fourth = asyncio.create_task(wait_for(event, 4))
    await asyncio.sleep(1)
    # Who waits is woken, also if it is cleared again before it runs.
    event.set()
    event.clear()
    await fourth
    print("set" if event.is_set() else "not set")


asyncio.run(main())
