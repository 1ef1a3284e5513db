import asyncio


async def dial(attempt, good):
    print("dialling, attempt %d" % attempt)
    await asyncio.sleep(50 if attempt == 2 else 1)
    if attempt != good:
        raise ConnectionRefusedError


async def dial_until(good, all_of_it):
    time = asyncio.get_running_loop().time
    start = time()
    pause = 1
    try:
        async with asyncio.timeout(all_of_it):
            attempt = 1
            while True:
                try:
                    await asyncio.wait_for(dial(attempt, good), 3)
                    print("connected at %.1f" % (time() - start))
                    return attempt
                except TimeoutError:
                    print("no answer at %.1f" % (time() - start))
                except ConnectionRefusedError:
                    print("refused at %.1f" % (time() - start))
                await asyncio.sleep(pause)
                pause *= 2
                attempt += 1
    except TimeoutError:
        print("given up at %.1f" % (time() - start))
    return 0


async def main():
    print("= %d" % await dial_until(4, 100))
    print("= %d" % await dial_until(9, 20.5))
    print("= %d" % await dial_until(2, 3))


asyncio.run(main())
