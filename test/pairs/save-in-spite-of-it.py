import asyncio


async def save(what):
    print("saving %s" % what)
    await asyncio.sleep(2)
    print("%s saved" % what)
    return 0


async def edit():
    try:
        draft = asyncio.create_task(save("the draft"))
        await asyncio.shield(draft)
        print("draft is safe")
        await asyncio.sleep(100)
    finally:
        await asyncio.shield(save("the text"))


async def main():
    t = asyncio.create_task(edit())
    await asyncio.sleep(1)
    t.cancel()
    print("closing the window")
    try:
        await t
        print(0)
    except asyncio.CancelledError:
        print(1)


asyncio.run(main())
