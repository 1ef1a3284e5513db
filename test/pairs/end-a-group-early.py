import asyncio


class EndGroup(Exception):
    pass


async def job(n, seconds):
    print("job %d: start" % n)
    await asyncio.sleep(seconds)
    print("job %d: done" % n)


async def end_it():
    await asyncio.sleep(0)
    print("that is all")
    raise EndGroup


async def main():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(job(1, 0.5))
            g.create_task(job(2, 1.5))
            await asyncio.sleep(1)
            g.create_task(end_it())
    except* EndGroup:
        pass
    print("behind the group")


asyncio.run(main())
