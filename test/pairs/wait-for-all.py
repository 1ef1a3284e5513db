import asyncio


async def letter(n):
    await asyncio.sleep(3 - n)
    print("letter %d comes" % n)
    return 10 * n


def lose(letters):
    print("one is lost")
    letters[1].cancel()


async def main():
    letters = [asyncio.create_task(letter(n)) for n in range(3)]
    asyncio.get_running_loop().call_later(1.5, lose, letters)
    await asyncio.wait(letters)
    for n, task in enumerate(letters):
        if task.cancelled():
            print("%d: cancelled" % n)
        else:
            print("%d: %d" % (n, task.result()))


asyncio.run(main())
