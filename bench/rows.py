"""The rows of the performance table: what each program is given and what is measured of it.

A row is a folder of bench/ with a folder of sources for each who takes part: `ours` (async functions), `plain` (the same in
plain C, the limit where there is one) and the peers of peers.py. Each program does argv[1] rounds and prints a number that
all must agree on; argv[2] tells a variant. Everything is measured as the difference of a large and a small run, divided by
the difference of their rounds: so starting and ending cost nothing. Rows of another kind are measured by another file.
"""

from dataclasses import dataclass, field


@dataclass
class Row:
    name: str
    figure: str                     # its number in the goals
    text: str                       # what one round is
    small: int                      # rounds for the counting of instructions; twice that for its large run
    large: int                      # rounds for the clock
    variants: dict = field(default_factory=lambda: {"": []})     # name: further arguments
    instructions: dict = field(default_factory=dict)             # variant: at most so many per round, gcc and clang
    memory: int = 0                 # bytes per round at most; 0: not of interest
    nanoseconds: dict = field(default_factory=dict)              # variant: at most so many
    of_plain: dict = field(default_factory=dict)                 # "instructions", "ns", "ms": at most so many times plain C's
    sized: bool = False             # so many at once: slow ones do no fewer
    helper: str = ""                # a C program in the row's folder; all are told its path behind the variant's arguments
    kind: str = "rounds"            # "size": the variants are flags, and the bytes of code count
                                    # "translate", "compile": a shape of bench/scale/shapes.py, and milliseconds count
    of_peer: dict = field(default_factory=dict)                  # of a size: at most so many times that of C++20

    @property
    def counts(self):
        """Is a number of instructions limited?"""
        return bool(self.instructions) or "instructions" in self.of_plain


def only(limit):
    return {"": limit}


ROWS = [
    Row("await-other-file", "P1", "await of a function in another file that does not suspend", 20000, 500000000,
        instructions=only(20), of_plain={"ns": 1.0}),
    Row("await-same-file", "P2", "await of a function in the same file that does not suspend", 20000, 400000000,
        instructions=only(11)),
    Row("yield", "P3", "yield to the loop and back", 20000, 40000000,
        {"1 task": ["1"], "2 tasks": ["2"], "10,000 tasks": ["10000"]},
        instructions={"1 task": 50, "2 tasks": 50, "10,000 tasks": 50}),
    Row("leaf", "P4", "a leaf suspends and resumes under awaits", 20000, 40000000,
        {"1 await": ["1"], "100 awaits": ["100"], "1,000 awaits": ["1000"]},
        instructions={"1 await": 50, "100 awaits": 50, "1,000 awaits": 50}),
    Row("chain-ready", "P5", "a level of 101 awaits inside each other, none suspends", 101000, 101000000,
        instructions=only(20)),
    Row("chain-suspending", "P5", "a level of 101 awaits inside each other, the innermost suspends once", 101000, 40400000,
        instructions=only(60)),
    Row("spawn-all", "P6", "make 1,000,000 tasks, join all", 20000, 1000000, instructions=only(110), memory=128,
        sized=True),
    Row("spawn-one", "P7", "make a task, join it", 20000, 20000000, instructions=only(117)),
    Row("skynet", "P8", "a leaf of skynet, a task each", 10000, 1000000, nanoseconds=only(180), sized=True),
    Row("skynet-eager", "P8", "a leaf of skynet, awaited as it is called", 10000, 10000000, nanoseconds=only(15)),
    Row("asleep", "P9", "one of 1,000,000 tasks asleep", 20000, 1000000, memory=128, nanoseconds=only(115), sized=True),
    Row("sleeps", "P10", "one of 1,000,000 sleeps of 0 to 1,000 ms", 20000, 1000000, nanoseconds=only(180), sized=True),
    Row("loop-of-products", "P11", "an element of a dot product between awaits", 512000, 1000000000,
        of_plain={"instructions": 1.05, "ns": 1.05}),
    Row("loop-of-bytes", "P11", "a byte of a text between awaits", 409600, 10000000000,
        of_plain={"instructions": 1.05, "ns": 1.05}),
    Row("sixteen-locals", "P12", "a suspension over 16 locals, 2 of them changed", 20000, 20000000, instructions=only(60)),
    Row("echo", "P13", "a request to a TCP echo server, its CPU time", 20000, 2000000,
        {"50 connections": ["50"], "1,000 connections": ["1000"]}, helper="load.c", of_plain={"ns": 1.05}),
    Row("translate", "P14", "translating a source, against clang -fsyntax-only", 0, 0,
        {"10,000 statements": ["statements", "10000"], "1,000 awaits in a function": ["awaits", "1000"]},
        of_plain={"ms": 2.0}, kind="translate"),
    Row("compile", "P14", "compiling asyncc's output at -O2, against the same source without async", 0, 0,
        {"16 awaits among 224 lines, two bodies": ["awaits-among-statements", "16"],
         "200 awaits among 2,800 lines": ["awaits-among-statements", "200"],
         "200 awaits, a line each": ["awaits", "200"],
         "1,000 awaits, a line each": ["awaits", "1000"]},
        of_plain={"ms": 3.5}, kind="compile"),
    Row("three-awaits", "P15", "machine code of a function with three awaits", 0, 0,
        {"two bodies, -O2": ["-O2"], "one body, -Os": ["-Os"]}, kind="size",
        of_peer={"two bodies, -O2": 1.4, "one body, -Os": 1.0}),
]
