import asyncio


def plain(n):
    print("plain %d" % n)
    return n


async def slow(n):
    print("slow %d" % n)
    await asyncio.sleep(1)
    return n


def sum3(a, b, c):
    return a * 100 + b * 10 + c


async def main():
    print(plain(1) + await slow(2) * plain(3) - await slow(4))
    print(sum3(await slow(1), plain(2), await slow(3)))
    numbers = [plain(7), await slow(8), plain(9)]
    print(numbers[await slow(1)] + numbers[plain(2)])
    if await slow(0) or plain(0) or (await slow(5) and plain(6)):
        print("yes")
    print(plain(10) if await slow(1) else await slow(11))
    total = 1
    total += await slow(2) + plain(3)
    print(total)


asyncio.run(main())
