"""Rows about the size of code: bytes of machine code in the object file of one source, by compiler and flags.

Only of the function: what a C++ compiler shares between object files, and what makes the loop before main begins, lies in
sections of its own.
"""

import os
import subprocess

from figures import Figure, Table
from peers import COMPILERS, Competitor, make

CODE = {".text", ".text.unlikely", ".text.hot"}


def code_of(command, workshop):
    program = os.path.join(workshop.folder("size"), "object.o")
    make([*command, "-c", "-o", program])
    sections = subprocess.run(["size", "-A", program], stdout=subprocess.PIPE, text=True, check=True).stdout
    words = [line.split() for line in sections.splitlines()]
    return sum(int(word[1]) for word in words if len(word) == 3 and word[0] in CODE)


def measure(row, workshop):
    folder = os.path.join(workshop.sources, row.name)
    cxx = {"gcc": "g++", "clang-19": "clang++-19"}
    for variant, flags in row.variants.items():
        table = Table(row, variant, [], [])
        peers = []
        for compiler in COMPILERS:
            figure = Figure(next(who for who in workshop.everybody if who.folder == "ours" and who.compiler == compiler))
            figure.values["bytes"] = code_of([workshop.asyncc, compiler, *flags, os.path.join(folder, "ours", "main.c")], workshop)
            table.figures.append(figure)
            peer = next(who for who in workshop.everybody if who.name == "C++20, " + cxx[compiler])
            if peer.missing():
                table.missing.append(peer.name)
                continue
            command = [cxx[compiler], "-std=c++20", *flags, "-I" + os.path.join(workshop.sources, "peers")]
            peers.append(Figure(peer, {"bytes": code_of([*command, os.path.join(folder, "cxx20", "main.cpp")], workshop)}))
            figure.limits["bytes"] = row.of_peer[variant] * peers[-1].values["bytes"]
        table.figures += peers
        yield table
