import asyncio


async def lighthouse():
    try:
        while True:
            print("flash")
            await asyncio.sleep(5)
    finally:
        print("lamp off")
        await asyncio.sleep(2)
        print("door locked")


async def main():
    task = asyncio.create_task(lighthouse())
    await asyncio.sleep(12)
    print("main is over")


asyncio.run(main())
