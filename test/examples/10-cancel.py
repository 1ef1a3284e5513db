import asyncio


async def count_to(last):
    for i in range(1, last + 1):
        print(i)
        await asyncio.sleep(1)
    print("counted")
    return last


async def main():
    slow = asyncio.create_task(count_to(100))
    await asyncio.sleep(2.5)
    print("That will do.")
    slow.cancel()

    try:
        await slow
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
