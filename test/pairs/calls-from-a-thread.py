import asyncio
import threading


async def greet(n):
    print("task %d begins" % n)
    await asyncio.sleep(n)
    print("task %d ends" % n)


def one(loop):
    print("one")
    global task
    task = loop.create_task(greet(1))


def end(future):
    print("end")
    future.set_result(3)


def run(loop, future):
    loop.call_soon_threadsafe(one, loop)
    loop.call_soon_threadsafe(print, "two")
    loop.call_soon_threadsafe(end, future)


async def main():
    loop = asyncio.get_running_loop()
    value = loop.create_future()
    thread = threading.Thread(target=run, args=(loop, value))
    thread.start()
    thread.join()
    print("the thread is over")
    print(await value)
    await asyncio.sleep(2)


asyncio.run(main())
