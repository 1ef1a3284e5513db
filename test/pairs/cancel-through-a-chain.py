import asyncio


async def innermost():
    try:
        await asyncio.sleep(10)
    finally:
        print("innermost left")


async def middle():
    try:
        await asyncio.create_task(innermost())
        print("never here")
    finally:
        print("middle left")


async def outermost():
    try:
        await asyncio.create_task(middle())
        print("never here")
    finally:
        print("outermost left")


async def main():
    t = asyncio.create_task(outermost())
    await asyncio.sleep(1)
    print("cancel")
    t.cancel()
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)


asyncio.run(main())
