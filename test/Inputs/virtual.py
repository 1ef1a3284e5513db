# Runs an asyncio program on a virtual clock: when all is idle, time jumps to the next timer. It also goes on a little
# whenever it is looked at, as real time does, because asyncio does not keep the order of equal deadlines.

import asyncio
import runpy
import selectors
import sys


class Selector(selectors.DefaultSelector):
    now = 0.0

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready:
            self.now += timeout or 0
        return ready


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.clock = Selector()
        super().__init__(self.clock)

    def time(self):
        self.clock.now += 1e-6
        return self.clock.now


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


asyncio.set_event_loop_policy(Policy())
runpy.run_path(sys.argv[1], run_name="__main__")
