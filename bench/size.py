"""Rows about the size of code: bytes of machine code in the object file of one source, by compiler and flags.

Only of the function: what a C++ compiler shares between object files, and what makes the loop before main begins, lies in
sections of its own.
"""

import os
import subprocess

from figures import Figure, Table
from peers import COMPILERS, CXX, make

CODE = {".text", ".text.unlikely", ".text.hot"}


def code_of(command, workshop):
    program = os.path.join(workshop.folder("size"), "object.o")
    make([*command, "-c", "-o", program])
    sections = subprocess.run(["size", "-A", program], stdout=subprocess.PIPE, text=True, check=True).stdout
    words = [line.split() for line in sections.splitlines()]
    return sum(int(word[1]) for word in words if len(word) == 3 and word[0] in CODE)


def ours(row, flags, who, workshop):
    source = os.path.join(workshop.sources, row.name, "ours", "main.c")
    return Figure(who, {"bytes": code_of([workshop.asyncc, who.compiler, *flags, source], workshop)})


def cxx20(row, flags, who, workshop):
    source = os.path.join(workshop.sources, row.name, "cxx20", "main.cpp")
    headers = "-I" + os.path.join(workshop.sources, "peers")
    return Figure(who, {"bytes": code_of([who.compiler, "-std=c++20", *flags, headers, source], workshop)})


def measure(row, workshop):
    """A table for each set of flags; the limit is what C++ takes with the compiler of the same family."""
    everybody = {(who.folder, who.compiler): who for who in workshop.everybody}
    for variant, flags in row.variants.items():
        table = Table(row, variant, [], [])
        peers = []
        for compiler in COMPILERS:
            figure = ours(row, flags, everybody["ours", compiler], workshop)
            table.figures.append(figure)
            peer = everybody["cxx20", CXX[compiler]]
            if peer.missing():
                table.missing.append(peer.name)
                continue
            peers.append(cxx20(row, flags, peer, workshop))
            figure.limits["bytes"] = row.of_peer[variant] * peers[-1].values["bytes"]
        table.figures += peers
        yield table
