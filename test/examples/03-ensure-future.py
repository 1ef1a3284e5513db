import asyncio


async def mycoro(number):
    print("Starting %d" % number)
    await asyncio.sleep(1)
    print("Finishing %d" % number)
    return str(number)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)

c = mycoro(3)
task = asyncio.ensure_future(c)
print("The task is made.")

print(loop.run_until_complete(task))
loop.close()
