import asyncio

sides = [None, None]


def open_side(i):
    sides[i] = asyncio.get_running_loop().create_future()


async def player(name, mine, other):
    while True:
        n = await sides[mine]
        print("%s %d" % (name, n))
        open_side(mine)
        sides[other].set_result(n + 1)
        print("%s is waiting" % name)
        if n >= 5:
            break
    print("%s is tired" % name)


async def bystander():
    for i in range(3):
        print("bystander %d" % i)
        await asyncio.sleep(1)


async def main():
    open_side(0)
    open_side(1)
    b = asyncio.create_task(bystander())
    ping = asyncio.create_task(player("ping", 0, 1))
    pong = asyncio.create_task(player("pong", 1, 0))
    await asyncio.sleep(0.5)
    sides[0].set_result(0)
    print("served")
    await ping
    await pong
    await b
    for i in range(2):
        print("left: %d" % sides[i].done())


asyncio.run(main())
