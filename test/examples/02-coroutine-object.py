import asyncio


async def mycoro(number):
    print("Starting %d" % number)
    await asyncio.sleep(1)
    print("Finishing %d" % number)
    return str(number)


c = mycoro(3)
print("The object is there, and nothing has run.")
print(asyncio.run(c))

forgotten = mycoro(4)
print("Nothing starts 4.")
