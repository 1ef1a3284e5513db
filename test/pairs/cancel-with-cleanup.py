import asyncio


async def guard():
    print("guard: on watch")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("guard: called off")
        raise
    finally:
        print("guard: goes home")


async def main():
    watch = asyncio.create_task(guard())
    await asyncio.sleep(1)
    print("main: enough")
    watch.cancel()
    print("main: waits")
    try:
        await watch
    except asyncio.CancelledError:
        print("main: cancelled it is")


asyncio.run(main())
