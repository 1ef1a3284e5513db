"""docs/performance.md and its picture, from the tables of a run."""

import os
import re
import subprocess

import figures
import plot
from figures import number

HEAD = """# How fast it is

Written by `./dev bench --report`, measured on 2 cores, Debian 12. Each program is small and does one thing many times; all
that stand in a table print the same number. What is measured, and the limits, is in [`bench/rows.py`](../bench/rows.py);
the programs lie beside it.

- ns: user and system time per round, the median of %(turns)d turns in which all were run, in one order and then in the
  other. A turn is the difference of a long and a short run.
- instructions: per round, counted by `valgrind --tool=callgrind`, only for ours and plain C. They are the same each time,
  and the tests look after them.
- bytes: how the largest size of the process grows with each round.
- A goal is a number of instructions or bytes, a time on this machine, or a ratio to plain C.
- The machine is shared. What needs much memory (spawn-all, skynet, asleep, sleeps) took four times as long in some hours as in
  others, whoever's program it was: only times in one table can be compared.

To repeat it:

```sh
./dev bench --peers            # install the others
./dev bench                    # all rows; or `./dev bench yield`
./dev bench --report           # and write this page
```

%(versions)s

![Time per round](performance.svg)
"""


def version_of(who):
    done = subprocess.run(who.version, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    found = re.search(r"\d+[.\d_]*\d", done.stdout)
    return found.group(0).replace("_", ".") if found else "?"


def versions(everybody):
    lines = {}                      # gcc and clang are there several times
    for who in everybody:
        name = who.compiler or who.name
        lines.setdefault(name, "is missing" if who.missing() else version_of(who))
    return "Versions: " + "; ".join("%s %s" % line for line in lines.items()) + "."


def ratio_to(best, figure, unit):
    if best is None or not figure.values.get(unit):
        return ""
    return "%.2f" % (figure.values[unit] / best.values[unit])


def table_lines(table):
    units = [unit for unit in ("instructions", "ns", "ms", "bytes") if any(unit in figure.values for figure in table.figures)]
    compared = "bytes" if table.row.kind == "size" else "ns"
    best = table.best_peer(compared)
    heads = ["", *units] + (["%s, of the best other's" % compared] if best else [])
    yield "| " + " | ".join(heads) + " |"
    yield "|---" + "|--:" * (len(heads) - 1) + "|"
    for figure in table.figures:
        cells = [figure.who.name + (" (%s)" % figure.note if figure.note else "")]
        cells += [number(unit, figure.values[unit]) if unit in figure.values else "" for unit in units]
        cells += [ratio_to(best, figure, compared)] if best else []
        yield "| " + " | ".join(cells) + " |"


def goal_lines(table):
    for unit in dict.fromkeys(unit for figure in table.ours() for unit in figure.limits):
        words = []
        for figure in table.ours():
            reached = "not reached" if unit in figure.exceeded() else "reached"
            words.append("%s %s, %s" % (figure.who.compiler, number(unit, figure.values[unit]), reached))
        limits = sorted({figure.limits[unit] for figure in table.ours()})
        limit = "%s %s" % (" or ".join(number(unit, limit) for limit in limits), unit)
        if unit in table.row.of_plain:
            noise = " (and %.0f %% for the clock's noise)" % (100 * (figures.NOISE - 1)) if unit == "ns" else ""
            limit = "%g times plain C's %s%s" % (table.row.of_plain[unit], unit, noise)
        elif table.row.of_peer:
            limit = "%g times C++20 with the same compiler" % table.row.of_peer[table.variant]
        yield "- Goal: at most %s: %s." % (limit, "; ".join(words))


def section(table):
    lines = ["", "## %s: %s" % (table.row.figure, table.title), "", table.row.text[0].upper() + table.row.text[1:] + "."]
    lines += ["", *table_lines(table), "", *goal_lines(table)]
    if table.missing:
        lines += ["- Missing: " + ", ".join(table.missing) + "."]
    return [*lines, "- To repeat: `./dev bench '^%s$'`." % table.row.name]


def write(tables, everybody, turns, folder):
    text = HEAD % {"turns": turns, "versions": versions(everybody)}
    for table in tables:
        text += "\n".join(section(table)) + "\n"
    with open(os.path.join(folder, "performance.md"), "w") as file:
        file.write(text)
    with open(os.path.join(folder, "performance.svg"), "w") as file:
        file.write(plot.draw(tables))
