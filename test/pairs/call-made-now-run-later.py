import asyncio


async def add(a, b):
    print("adding %d and %d" % (a, b))
    await asyncio.sleep(0)
    return a + b


async def twice(operand):
    print("twice")
    return 2 * await operand


async def main():
    a = 1
    sums = []
    for i in range(3):
        sums.append(add(a, i))
        a *= 10
    t = twice(sums[0])
    await asyncio.sleep(1)
    print("now")
    print(await sums[2])
    print(await t)
    task = asyncio.ensure_future(sums[1])
    print("a task now")
    await asyncio.sleep(0)
    print("it has begun")
    same = asyncio.ensure_future(task)
    print(await same)


asyncio.run(main())
