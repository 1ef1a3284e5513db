import asyncio
import sys


async def turns(count):
    done = 0
    while done < count:
        await asyncio.sleep(0)
        done += 1
    return done


async def main():
    count, tasks = int(sys.argv[1]), int(sys.argv[2])
    todo = [asyncio.create_task(turns(count // tasks)) for _ in range(tasks)]
    total = 0
    for task in todo:
        total += await task
    print(total)


asyncio.run(main())
