import asyncio
from contextlib import aclosing


async def source(n):
    try:
        for i in range(1, n + 1):
            print("source %d" % i)
            await asyncio.sleep(1)
            yield i
    finally:
        print("source closed")


async def squares(source):
    try:
        async with aclosing(source) as g:
            async for i in g:
                print("square %d" % i)
                yield i * i
    finally:
        print("squares closed")


async def odd(source):
    try:
        async with aclosing(source) as g:
            async for i in g:
                if i % 2:
                    yield i
    finally:
        print("odd closed")


async def main():
    async with aclosing(odd(squares(source(9)))) as g:
        async for i in g:
            print("main %d" % i)
            if i > 20:
                break
    async with aclosing(odd(squares(source(2)))) as g:
        async for i in g:
            print("main %d" % i)
    print("over")


asyncio.run(main())
