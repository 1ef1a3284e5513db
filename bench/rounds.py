"""Rows whose programs do argv[1] rounds: instructions, nanoseconds of CPU time and bytes per round.

Each is the difference of a large run and one of fewer rounds, divided by the difference of their rounds. The clock's
large run has the row's rounds, the other one a tenth; where that would take too long, both are divided by 10 until it
does not. All take turns, in one order and then in the other, and the median of the turns counts.
"""

import os
import re
import statistics
import subprocess

from figures import Figure, Table, limit_by_plain
from peers import Broken, make

TURNS = 5
SECONDS = {True: 8.0, False: 2.5}       # a large run may take so long; more where its size is what the row is about
TIMEOUT = 120


class Program:
    """A competitor's program in one variant of a row."""

    def __init__(self, who, command, arguments):
        self.who, self.command, self.arguments = who, command, arguments
        self.printed = {}               # by rounds
        self.seconds, self.bytes, self.rounds = [], [], 0

    def words(self, rounds):
        return [*self.command, str(rounds), *self.arguments]

    def keep(self, rounds, printed):
        if self.printed.setdefault(rounds, printed) != printed:
            raise Broken("%s printed %s, and now %s" % (" ".join(self.words(rounds)), self.printed[rounds], printed))

    def run(self, meter, rounds):
        """CPU seconds and largest size in bytes."""
        done = subprocess.run([meter, str(TIMEOUT), *self.words(rounds)], stdout=subprocess.PIPE, text=True, check=True)
        *printed, figures = done.stdout.splitlines()
        status, microseconds, kib = map(int, figures.split())
        if status != 0:
            raise Broken("%s: exit status %d" % (" ".join(self.words(rounds)), status))
        self.keep(rounds, "\n".join(printed))
        return microseconds / 1e6, kib * 1024

    def count(self, rounds):
        """All instructions of a run."""
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *self.words(rounds)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        found = re.search(r"Collected : (\d+)", done.stderr)
        if done.returncode != 0 or not found:
            raise Broken("%s failed:\n%s" % (" ".join(command), done.stderr))
        self.keep(rounds, done.stdout.strip())
        return int(found.group(1))

    def choose_rounds(self, meter, row):
        """The row's rounds, or a tenth of them and so on where they take too long."""
        self.rounds = row.large // 100
        seconds, _ = self.run(meter, self.rounds)
        while seconds > SECONDS[row.sized]:
            self.rounds //= 10
            seconds, _ = self.run(meter, self.rounds)
        while self.rounds < row.large and seconds * 10 < SECONDS[row.sized]:
            self.rounds *= 10
            seconds, _ = self.run(meter, self.rounds)

    def turn(self, meter):
        few, many = self.rounds // 10, self.rounds
        seconds, size = zip(self.run(meter, few), self.run(meter, many))
        self.seconds.append((seconds[1] - seconds[0]) / (many - few))
        self.bytes.append((size[1] - size[0]) / (many - few))


def find_programs(row, workshop):
    """Who has sources for this row, built; and the names of those who have, but are not installed."""
    programs, missing = [], []
    for who in workshop.everybody:
        folder = os.path.join(workshop.sources, row.name, who.folder)
        if not os.path.isdir(folder) or workshop.counts and who.is_peer:
            continue
        if who.missing():
            missing.append("%s (no %s)" % (who.name, who.missing()))
            continue
        workshop.progress("building %s" % who.name)
        try:
            programs.append((who, who.build(folder, workshop.folder(row.name, who.name))))
        except Broken as error:
            workshop.blame(who, error)
    return programs, missing


def helper_of(row, workshop):
    """The row's helper, built: one argument more, or none."""
    if not row.helper:
        return []
    program = os.path.join(workshop.folder(row.name), "helper")
    make(["gcc", "-O2", os.path.join(workshop.sources, row.name, row.helper), "-o", program])
    return [program]


def all_agree(programs):
    """The first one's word counts: it is ours. Who says something else is left out."""
    agreeing = []
    for program in programs:
        other = next((rounds for rounds, printed in program.printed.items()
                      if programs[0].printed.get(rounds, printed) != printed), None)
        if other is None:
            agreeing.append(program)
        else:
            print("error: %s prints %s, and %s" % (" ".join(program.words(other)), program.printed[other],
                                                  programs[0].printed[other]))
    return agreeing


def try_out(programs, row, workshop):
    """Those that run as they should, with their numbers of rounds."""
    working = []
    for program in programs:
        workshop.progress("%s looks how long it takes" % program.who.name)
        try:
            program.choose_rounds(workshop.meter, row)
            program.run(workshop.meter, row.small)
            working.append(program)
        except Broken as error:
            workshop.blame(program.who, error)
    return working


def measure_clock(programs, workshop):
    for turn in range(TURNS):
        for program in programs if turn % 2 == 0 else reversed(programs):
            workshop.progress("turn %d of %d, %s" % (turn + 1, TURNS, program.who.name))
            program.turn(workshop.meter)


def figure_of(program, row, variant):
    figure = Figure(program.who)
    seconds = statistics.median(program.seconds) if program.seconds else 0
    if program.seconds and seconds <= 0:       # it starts so slowly that its rounds are lost in that
        figure.note = "too short to be told"
    elif program.seconds:
        figure.values["ns"] = seconds * 1e9
        if row.memory:
            figure.values["bytes"] = round(statistics.median(program.bytes))
        if program.rounds < row.large and row.sized:
            figure.note = "with %s" % format(program.rounds, ",")
    if program.who.folder == "ours":
        limits = {"instructions": row.instructions.get(variant), "ns": row.nanoseconds.get(variant), "bytes": row.memory}
        figure.limits = {unit: limit for unit, limit in limits.items() if limit}
    return figure


def measure(row, workshop):
    """A table for each variant."""
    built, missing = find_programs(row, workshop)
    helper = helper_of(row, workshop)
    for variant, arguments in row.variants.items():
        workshop.now = row.name + (", " + variant if variant else "")
        programs = [Program(who, command, [*arguments, *helper]) for who, command in built]
        counts = {}
        if row.counts:
            for program in programs:
                if not program.who.is_peer:
                    workshop.progress("counting instructions of %s" % program.who.name)
                    counts[program.who.name] = (program.count(2 * row.small) - program.count(row.small)) / row.small
        if not workshop.counts:
            programs = try_out(programs, row, workshop)
            measure_clock(programs, workshop)
        agreeing = all_agree(programs)
        workshop.failed |= len(agreeing) < len(programs)
        table = Table(row, variant, [figure_of(program, row, variant) for program in agreeing], missing)
        for figure in table.figures:
            if figure.who.name in counts:
                figure.values["instructions"] = counts[figure.who.name]
        limit_by_plain(table, ["instructions"] if workshop.counts else ["instructions", "ns"])
        yield table
