import asyncio


async def child(name):
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.sleep(0.5)
        print("%s is left" % name)


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as g:
                g.create_task(child("the first"))
                try:
                    async with asyncio.timeout(1):
                        await asyncio.sleep(50)
                except TimeoutError:
                    print("inner deadline at %.1f" % (time() - start))
            print("never here")
    except TimeoutError:
        print("outer deadline, left at %.1f" % (time() - start))


asyncio.run(main())
