import asyncio


async def stage(name, given, seconds, add):
    n = await given
    print("%s takes %d" % (name, n))
    await asyncio.sleep(seconds)
    print("%s gives %d" % (name, n + add))
    return n + add


async def constant(n):
    return n


async def main():
    time = asyncio.get_running_loop().time
    start = time()
    last = []
    for line in range(3):
        wash = asyncio.create_task(stage("wash", constant(100 * line), 3 - line, 1))
        dry = asyncio.create_task(stage("dry", wash, 0.7, 10))
        last.append(asyncio.create_task(stage("fold", dry, 0.2, 3)))
    for line in range(3):
        print("line %d: %d" % (line, await last[line]))
    print("at %.1f" % (time() - start))


asyncio.run(main())
