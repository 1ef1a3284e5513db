import asyncio


async def worker():
    print("I am %s" % asyncio.current_task().get_name())
    await asyncio.sleep(0)
    asyncio.current_task().set_name("renamed")
    await asyncio.sleep(1)
    print("now %s" % asyncio.current_task().get_name())


def from_the_loop():
    print("?" if asyncio.current_task() else "nobody runs")


async def main():
    asyncio.current_task().set_name("first")
    a = asyncio.create_task(worker())
    tasks = asyncio.all_tasks()
    for task in tasks:
        if task is not asyncio.current_task():
            task.set_name("second")
    print("%d tasks" % len(tasks))
    asyncio.get_running_loop().call_soon(from_the_loop)
    await a
    print("%d task, %s" % (len(asyncio.all_tasks()), asyncio.current_task().get_name()))


asyncio.run(main())
