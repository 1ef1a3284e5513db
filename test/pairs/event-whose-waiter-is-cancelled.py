import asyncio

event = asyncio.Event()


async def wait_for(number):
    try:
        await event.wait()
        print("%d goes on" % number)
    finally:
        print("%d ends" % number)


async def main():
    first = asyncio.create_task(wait_for(1))
    second = asyncio.create_task(wait_for(2))
    third = asyncio.create_task(wait_for(3))
    await asyncio.sleep(1)
    second.cancel()
    try:
        async with asyncio.timeout(1):
            await event.wait()
            print("never here")
    except TimeoutError:
        print("too late")
    event.set()
    await first
    await third
    print("cancelled" if second.cancelled() else "ended")


asyncio.run(main())
