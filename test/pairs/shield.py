import asyncio


async def save():
    print("saving")
    await asyncio.sleep(3)
    print("saved")
    return 7


async def press(saving):
    try:
        n = await asyncio.shield(saving)
        print("never here")
        return n
    finally:
        print("released")


async def main():
    saving = asyncio.create_task(save())
    pressing = asyncio.create_task(press(saving))
    await asyncio.sleep(1)
    pressing.cancel()
    try:
        await pressing
    except asyncio.CancelledError:
        print("cancelled")
    print("saved %d" % await saving)
    print("shielded %d" % await asyncio.shield(save()))


asyncio.run(main())
