import asyncio


async def child(n):
    await asyncio.sleep(n)
    print("child %d" % n)


async def leave(how):
    for i in range(2):
        try:
            try:
                async with asyncio.timeout(10):
                    try:
                        async with asyncio.TaskGroup() as g:
                            g.create_task(child(2))
                            g.create_task(child(1))
                            try:
                                if how == 0:
                                    return 5
                                if how == 1:
                                    break
                                if how == 2:
                                    continue
                                print("body ends")
                            finally:
                                print("out of the body")
                        print("behind the group")
                    finally:
                        print("out of the deadline")
            except TimeoutError:
                print("never here")
        finally:
            print("end of pass %d" % i)
    return how


async def main():
    for how in range(4):
        print("= %d" % await leave(how))


asyncio.run(main())
