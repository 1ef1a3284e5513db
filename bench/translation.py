"""Rows about translating and compiling: milliseconds on the clock for one source of bench/scale/shapes.py.

`translate` sets asyncc against `clang -fsyntax-only`, whichever compiler preprocesses for it. `compile` sets a compiler at -O2
on asyncc's output against the same compiler on the source itself: <async.h> without asyncc makes plain C of it. All take
turns, and the median counts.
"""

import os
import statistics
import subprocess
import sys
import time

from figures import Figure, Table
from peers import COMPILERS, Broken, make

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scale"))
import shapes

TURNS = 7
STANDARD = ["-std=gnu2x", "-fbracket-depth=100000"]


def milliseconds(command):
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise Broken("%s failed:\n%s" % (" ".join(command), done.stderr))
    return (time.perf_counter() - begin) * 1000


def standard(compiler):
    return STANDARD[:1] if compiler == "gcc" else STANDARD


class Source:
    def __init__(self, shape, count, workshop):
        self.asyncc, self.folder = workshop.asyncc, workshop.folder("translation")
        self.path = os.path.join(self.folder, "source.c")
        self.headers = "-I" + os.path.join(os.path.dirname(workshop.asyncc), os.pardir, "include")
        with open(self.path, "w") as file:
            file.write(shapes.SHAPES[shape][0](int(count)))

    def output(self, compiler):
        return os.path.join(self.folder, compiler + ".c")

    def translation(self, compiler):
        return [self.asyncc, "--cc=" + compiler, self.path, "-o", self.output(compiler)]

    def check(self, _):
        return ["clang-19", *STANDARD, self.headers, "-fsyntax-only", self.path]

    def compilation(self, compiler, path):
        return [compiler, "-O2", "-w", *standard(compiler), self.headers, "-c", path, "-o", os.path.join(self.folder, "object.o")]

    def compilation_of_output(self, compiler):
        make(self.translation(compiler))
        return self.compilation(compiler, self.output(compiler))

    def compilation_of_source(self, compiler):
        return self.compilation(compiler, self.path)


def measure(row, workshop):
    ours, plain = {"translate": (Source.translation, Source.check),
                   "compile": (Source.compilation_of_output, Source.compilation_of_source)}[row.kind]
    everybody = {(who.folder, who.compiler): who for who in workshop.everybody}
    for variant, shape in row.variants.items():
        source = Source(*shape, workshop)
        commands = {("ours", compiler): ours(source, compiler) for compiler in COMPILERS}
        commands |= {("plain", compiler): plain(source, compiler) for compiler in COMPILERS}
        times = {who: [] for who in commands}
        for turn in range(TURNS):
            workshop.progress("%s, turn %d of %d" % (variant, turn + 1, TURNS))
            for who, command in commands.items():
                times[who].append(milliseconds(command))
        table = Table(row, variant, [Figure(everybody[who], {"ms": statistics.median(times[who])}) for who in commands], [])
        for figure in table.ours():
            figure.limits["ms"] = row.of_plain["ms"] * table.plain(figure.who.compiler).values["ms"]
        yield table
