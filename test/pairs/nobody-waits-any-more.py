import asyncio


async def waiter(answer):
    try:
        print(await answer)
    finally:
        print("waiter left")


def answer_late(future):
    if future.done():
        print("nobody waits any more")
    else:
        future.set_result(42)
        print("answered")


async def main():
    loop = asyncio.get_running_loop()
    for patient in range(2):
        future = loop.create_future()
        t = asyncio.create_task(waiter(future))
        loop.call_later(2, answer_late, future)
        await asyncio.sleep(1)
        if not patient:
            t.cancel()
        try:
            await t
        except asyncio.CancelledError:
            pass
        await asyncio.sleep(2)


asyncio.run(main())
