import asyncio


def show_time(loop):
    print("%.0f" % (loop.time() - start))
    if loop.time() + 1 < end:
        loop.call_later(1, show_time, loop)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
start = loop.time()
end = start + 5.5
loop.call_soon(show_time, loop)
loop.run_forever()
print("stopped at %.0f" % (loop.time() - start))
loop.close()
