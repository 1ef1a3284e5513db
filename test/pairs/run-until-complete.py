import asyncio


async def count(name, n):
    for i in range(1, n + 1):
        print("%s %d" % (name, i))
        await asyncio.sleep(1)
    return n


loop = asyncio.new_event_loop()
slow = loop.create_task(count("slow", 6))
print("not yet")
print("= %d" % loop.run_until_complete(count("quick", 2)))
print("between")
print("= %d" % loop.run_until_complete(count("again", 1)))
print("done: %d" % slow.done())
print("= %d" % loop.run_until_complete(slow))
loop.close()
