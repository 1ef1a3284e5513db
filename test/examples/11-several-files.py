import asyncio


async def boil_eggs(count):
    print("%d eggs in the water" % count)
    await asyncio.sleep(5)
    print("eggs done")
    return count


async def toast(bread, seconds):
    print("%s in the toaster" % bread)
    await asyncio.sleep(seconds)
    print("%s done" % bread)


async def main():
    white = asyncio.create_task(toast("white", 2))
    white.add_done_callback(lambda task: print("white on the table"))
    eggs, _ = await asyncio.gather(boil_eggs(2), toast("rye", 3))
    print("breakfast with %d eggs" % eggs)


asyncio.run(main())
