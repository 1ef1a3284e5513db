import asyncio


async def read_part(n):
    try:
        await asyncio.sleep(1)
        if n == 3:
            raise OSError
        print("part %d read" % n)
        return n
    finally:
        print("part %d put away" % n)


async def read_all(parts):
    try:
        total = 0
        for n in range(1, parts + 1):
            total += await read_part(n)
        return total
    finally:
        print("file closed")


async def report(parts):
    try:
        print("sum %d" % await read_all(parts))
    except OSError:
        print("cannot be read")


async def main():
    await report(2)
    await report(4)
    t = asyncio.create_task(read_all(3))
    await asyncio.sleep(5)
    try:
        await t
        print("failed: 0")
    except OSError:
        print("failed: 1")


asyncio.run(main())
