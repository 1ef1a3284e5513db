import asyncio

under_way = set()


async def errand(n):
    await asyncio.sleep(n * 7 % 5)
    print("errand %d" % n)


def one_less(task):
    under_way.discard(task)
    print("%d left" % len(under_way))


async def main():
    for n in range(5):
        task = asyncio.create_task(errand(n))
        under_way.add(task)
        task.add_done_callback(one_less)
    print("all sent")
    await asyncio.sleep(10)
    print("home")


asyncio.run(main())
