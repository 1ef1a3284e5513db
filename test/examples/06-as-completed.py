import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    print("%s is here" % name)
    return seconds


async def main():
    downloads = [download("film", 3), download("page", 1), download("song", 2)]
    for done in asyncio.as_completed(downloads):
        print("after %d s" % await done)


asyncio.run(main())
