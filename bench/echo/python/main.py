import asyncio
import os
import sys

served = 0


async def main():
    requests, connections, load = sys.argv[1:]
    running = int(connections)
    done = asyncio.Event()

    async def echo(reader, writer):     # the loop has set TCP_NODELAY
        global served
        nonlocal running
        while data := await reader.read(4096):
            writer.write(data)
            await writer.drain()
            served += 1
        writer.close()
        running -= 1
        if running == 0:
            done.set()

    server = await asyncio.start_server(echo, "127.0.0.1", 0, backlog=4096)
    port = server.sockets[0].getsockname()[1]
    os.spawnl(os.P_WAIT, load, load, str(port), connections, requests)
    await done.wait()
    print(served)


asyncio.run(main())
