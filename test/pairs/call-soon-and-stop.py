import asyncio


def other(name):
    print(name)


def greet(loop):
    print("good morning")
    loop.call_soon(other, "in the next turn")
    loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(greet, loop)
loop.call_soon(other, "good evening")
loop.run_forever()
print("stopped")
loop.call_soon(greet, loop)
loop.run_forever()
print("stopped again")
loop.close()
