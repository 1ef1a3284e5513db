import asyncio


async def steady():
    try:
        await asyncio.sleep(100)
    finally:
        print("steady: cleaning")
        await asyncio.sleep(1)
        print("steady: clean")


async def failing():
    await asyncio.sleep(2)
    print("failing: now")
    raise OSError("input or output")


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(steady())
            g.create_task(failing())
            try:
                print("body: waits")
                await asyncio.sleep(50)
                print("never here")
            finally:
                print("body: left")
    except* OSError as group:
        print("failed: %s" % group.exceptions[0])
    print("at %.0f" % (time() - start))


asyncio.run(main())
