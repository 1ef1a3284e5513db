import asyncio


async def main():
    print("knock")
    await asyncio.sleep(1)
    print("come in")


asyncio.run(main())
