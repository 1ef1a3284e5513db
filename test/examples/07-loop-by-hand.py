import asyncio


async def mycoro(number):
    print("Starting %d" % number)
    await asyncio.sleep(number)
    print("Finishing %d" % number)
    return number


def greet(name):
    print("Hello from %s" % name)


def stop(loop):
    print("Stopping")
    loop.stop()


loop = asyncio.new_event_loop()

loop.call_soon(greet, "the next turn")
loop.call_later(0.5, greet, "half a second later")
print(loop.run_until_complete(mycoro(1)))

slow = loop.create_task(mycoro(20))
quick = loop.create_task(mycoro(2))
loop.call_later(10, stop, loop)
loop.run_forever()
print("slow is done" if slow.done() else "slow still sleeps")

print(loop.run_until_complete(slow))
loop.close()
