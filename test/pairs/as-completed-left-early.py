import asyncio


async def guess(n):
    ended = False
    try:
        await asyncio.sleep(n)
        ended = True
        return n * n
    finally:
        if not ended:
            print("guess %d given up" % n)


async def main():
    guesses = [asyncio.create_task(guess(4)), asyncio.create_task(guess(2)), asyncio.create_task(guess(1))]
    for next_one in asyncio.as_completed(guesses):
        square = await next_one
        print(square)
        if square > 2:
            break
    for task in guesses:
        task.cancel()
    await asyncio.gather(*guesses, return_exceptions=True)
    print("enough")


asyncio.run(main())
