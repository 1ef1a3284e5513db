import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        print("child %d ended" % n)
        return n
    finally:
        print("child %d left" % n)


async def parent():
    try:
        await asyncio.gather(child(1), child(2), child(3))
        print("never here")
    finally:
        print("parent left")


async def main():
    p = asyncio.create_task(parent())
    await asyncio.sleep(1.5)
    p.cancel()
    print("asked")
    try:
        await p
        print(0)
    except asyncio.CancelledError:
        print(1)


asyncio.run(main())
