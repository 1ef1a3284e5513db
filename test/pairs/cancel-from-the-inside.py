import asyncio


async def work():
    try:
        await asyncio.sleep(1)
        asyncio.current_task().cancel()
        print("goes on until it waits")
        await asyncio.sleep(1)
        print("never here")
    finally:
        print("cleaned up")


async def main():
    t = asyncio.create_task(work())
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    print("main is not concerned")


asyncio.run(main())
