import asyncio


async def work(limit):
    try:
        try:
            async with asyncio.timeout(limit):
                try:
                    await asyncio.sleep(100)
                finally:
                    print("statement left")
        except TimeoutError:
            print("too late")
        print("behind the deadline")
        await asyncio.sleep(100)
    finally:
        print("work left")


async def main():
    for limit in (1, 3):
        t = asyncio.create_task(work(limit))
        await asyncio.sleep(2)
        t.cancel()
        print("asked")
        try:
            await t
            print(0)
        except asyncio.CancelledError:
            print(1)


asyncio.run(main())
