import asyncio


async def work():
    try:
        try:
            await asyncio.sleep(10)
            print("never here")
        finally:
            print("inner")
    finally:
        print("outer")


async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(1)
    print("%d %d" % (t.cancel(), t.cancel()))
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)
    print("%d %d" % (t.cancel(), t.cancelled()))
    quick = asyncio.create_task(asyncio.sleep(1))
    await quick
    print("%d %d" % (quick.cancel(), quick.cancelled()))


asyncio.run(main())
