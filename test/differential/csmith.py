"""csmith.py: programs that Csmith makes, each compared with its async form (differ.py).

    csmith.py BUILD --from N --count N [--jobs N] [--keep FOLDER] [--all-configurations] [--warnings]

Program N is always the same, and made async always in the same way. Each one runs in two fixed configurations and in
one that changes with N. What has failed is kept in FOLDER/N, with a file `failure`.
"""

import argparse
import collections
import concurrent.futures
import os
import sys

import differ

INCLUDES = ["-I/usr/include/csmith"]
FIXED = ["gcc-O2", "clang-O0-asan-hard"]

# How large, and of what: one of each group, drawn by the number of the program.
SHAPES = [
    ["--max-funcs", "4", "--max-block-depth", "3", "--max-expr-complexity", "5"],
    ["--max-funcs", "8", "--max-block-depth", "4", "--max-expr-complexity", "4"],
    ["--max-funcs", "3", "--max-block-depth", "5", "--max-block-size", "6", "--max-expr-complexity", "3"],
    ["--max-funcs", "2", "--max-block-depth", "2", "--max-block-size", "8", "--max-expr-complexity", "10"],
    [],
]
KINDS = [
    [],
    ["--inline-function"],
    ["--float", "--no-packed-struct"],
    ["--builtins", "--disable-builtin-kinds", "x86", "--no-packed-struct"],
    ["--max-struct-fields", "4", "--max-union-fields", "3", "--max-pointer-depth", "4"],
    ["--no-argc", "--no-volatiles", "--no-packed-struct"],
    ["--max-array-dim", "2", "--max-array-len-per-dim", "4", "--no-packed-struct"],
]


def generate(number, path):
    command = ["csmith", "--seed", str(number), "--output", path]
    command += SHAPES[number % len(SHAPES)] + KINDS[number % len(KINDS)]
    status, _, err = differ.run(command, 60, cwd=os.path.dirname(path))
    if status is None:
        raise differ.Skipped("csmith takes too long")
    if status != 0:
        raise differ.Skipped("csmith gives up")


def check(tools, number, keep, configurations, with_warnings):
    """Gives (kind, detail) of one program."""
    folder = os.path.join(keep, str(number))
    source = os.path.join(folder, "original.c")

    def work():
        generate(number, source)
        differ.differ(tools, source, number, configurations, folder, with_warnings)

    return differ.judge(folder, work)


def main():
    parser = argparse.ArgumentParser(prog="./dev fuzz csmith",
                                     description="compares Csmith's programs with their async forms")
    parser.add_argument("build")
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--keep", help="where failures are kept; default: in the build folder")
    parser.add_argument("--all-configurations", action="store_true")
    parser.add_argument("--warnings", action="store_true", help="report new warnings too: code so odd has some")
    parser.add_argument("--verbose", action="store_true", help="name the programs that were skipped")
    arguments = parser.parse_args()
    build = os.path.abspath(arguments.build)
    keep = os.path.abspath(arguments.keep or os.path.join(build, "fuzz", "csmith"))
    tools = differ.Tools(build, INCLUDES)

    def one(number):
        configurations = list(dict.fromkeys(FIXED + [differ.rotated(number)]))
        if arguments.all_configurations:
            configurations = differ.CONFIGURATIONS
        return number, check(tools, number, keep, configurations, arguments.warnings)

    results, skips = collections.Counter(), collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for number, (kind, detail) in pool.map(one, range(arguments.first, arguments.first + arguments.count)):
            results[kind] += 1
            if kind == "skipped":
                skips[detail] += 1
            if kind == "skipped" and arguments.verbose:
                print("program %d: skipped: %s" % (number, detail), flush=True)
            if kind in ("failed", "warned"):
                print("program %d: %s; see %s" % (number, detail, os.path.join(keep, str(number))), flush=True)
    print("%d passed, %d failed, %s%d skipped%s" % (
        results["passed"], results["failed"],
        "%d passed with new warnings, " % results["warned"] if arguments.warnings else "", results["skipped"],
        "".join("; %d: %s" % (count, why) for why, count in skips.most_common())))
    return 1 if results["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
