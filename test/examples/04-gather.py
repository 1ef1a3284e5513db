import asyncio


async def mycoro(number):
    print("Starting %d" % number)
    await asyncio.sleep(1)
    print("Finishing %d" % number)
    return str(number)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
many = asyncio.gather(mycoro(3), mycoro(4), mycoro(5))

print("Running many:")
result = loop.run_until_complete(many)
print(result)
loop.close()
