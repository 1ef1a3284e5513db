import asyncio


async def sleeper():
    try:
        await asyncio.sleep(10)
    finally:
        print("sleeper left")


async def waiter(other):
    try:
        try:
            async with asyncio.timeout(5):
                await other
        except TimeoutError:
            print("never here")
        print("never here")
    finally:
        print("waiter left")


async def ends_cancelled(t):
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)


async def main():
    s = asyncio.create_task(sleeper())
    w = asyncio.create_task(waiter(s))
    await asyncio.sleep(1)
    s.cancel()
    await ends_cancelled(w)
    await ends_cancelled(s)
    w2 = asyncio.create_task(waiter(asyncio.create_task(sleeper())))
    await asyncio.sleep(1)
    w2.cancel()
    await ends_cancelled(w2)


asyncio.run(main())
