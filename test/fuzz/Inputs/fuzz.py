#!/usr/bin/python3
"""Gives the tool broken programs: on any input it translates, or prints a message and exits with 1.

    fuzz.py [--from N] [--count N] [--keep FOLDER] ASYNCC HARNESS [SEED.c…]

Each round changes a program in one to four places (mutate.py) and translates it. A round is at fault that exits in another
way, gives a report of a sanitizer, crashes (but for libclang itself, which is only counted), takes more than 60 seconds or
4 GiB, ends in an error without a message or beside an output file, or leaves a temporary file. Where the view still is C that
gcc accepts, the output must be too.

One round in twenty changes the source and calls ASYNCC, as a user does. The others change preprocessed text, and HARNESS
translates it: it is the same code, without a process for each round (harness.c). What is suspicious there is given to ASYNCC,
which has the last word.

What fails is kept in FOLDER, one file for each way to fail, the smallest that was met. The number of a round determines what
it does: a single one is repeated with --from N --count 1.

Without seeds all sources of the tests and examples are seeds. `./dev fuzz tool` does that with a tool that is built with
sanitizers.
"""

import argparse
import collections
import glob
import hashlib
import os
import random
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import mutate

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.."))
INCLUDE = os.path.join(ROOT, "include")
PATIENCE = 60          # seconds
ASAN = "detect_leaks=0:hard_rss_limit_mb=4096:allocator_may_return_null=0"
EMITS = ["c", "tokens", "view", "ast", "liveness", "frames", "states"]        # in the order of enum emit
DONE, ERRORS = b"0", b"2"                                                     # of enum driver_result
CRASH = re.compile(r"Sanitizer|runtime error:|Assertion `|crashed with signal")


class Way:
    """How a round asks for its translation."""

    def __init__(self, r):
        self.is_source = r.randrange(20) == 0
        self.emit = r.choice(EMITS) if r.randrange(10) == 0 else "c"
        self.for_compiler = self.emit == "c" and r.randrange(2) == 0
        self.hard = r.randrange(4) == 0
        self.optimises = r.randrange(2) == 0
        self.form = "source" if self.is_source else "compiler" if self.for_compiler else "reader"

    def options(self):
        """What stands before the name of the source."""
        options = ["--hard"] if self.hard else []
        if self.for_compiler:
            return options + ["gcc", "-w", "-fsyntax-only"] + (["-O2"] if self.optimises else [])
        return options + ["--cc=gcc"] + (["-O2"] if self.optimises else []) + (["--emit=" + self.emit] if self.emit != "c" else [])


def without_names(err):
    """What gcc has against a text, from its messages."""
    found = re.search(r"error: (.*)", err)
    return re.sub(r"[‘'\"][^’'\"]*[’'\"]|\d+", "…", found.group(1)) if found else "no message"


def refusal(arguments, text=None):
    """The same; None if it has nothing."""
    run = subprocess.run(["gcc", "-std=gnu2x", "-w", "-fsyntax-only", "-I" + INCLUDE] + arguments, input=text,
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return without_names(run.stderr.decode("utf-8", "replace")) if run.returncode else None


# The words of C23 that gcc 12 does not know. The output says them otherwise, and so does the view that we compare it with.
C23 = ["-Dbool=_Bool", "-Dtrue=1", "-Dfalse=0", "-Dnullptr=((void *)0)", "-Dconstexpr=const", "-Dauto=__auto_type"]


def view_refusal(file, text=None):
    return refusal(["-x", "c"] + C23 + [file], text)


def read_crash(err):
    """How the tool crashed: the sanitizer's words, and where in our code, or whose code."""
    found = re.search(r"(ERROR: \w+Sanitizer: [\w-]+|tool/\S+ runtime error: [^\n]*|Assertion `[^\n]*)", err)
    frames = re.findall(r"#\d+ 0x\w+ +(?:in (\w+) )?(?:\S*/(tool/\S+:\d+)|\(?(\S+\+0x\w+))", err)
    where = [" ".join(part for part in frame if part) for frame in frames]
    ours = [frame.split("/")[-1] for frame in where if "tool/" in frame or "translator" in frame]
    is_libclang = bool(frames) and ("libclang" in where[0] or "libLLVM" in where[0])
    what = re.sub(r"0x\w+|\d{4,}", "…", found.group(1)) if found else err.strip()[-200:]
    return is_libclang, "%s %s" % (what, " ".join(ours[:3]))


class Fault(Exception):
    pass


class Asyncc:
    """The tool, called as a user calls it."""

    def __init__(self, program, source, output):
        self.program, self.source, self.output = program, source, output

    def view(self):
        """None: it cannot even be preprocessed."""
        run = subprocess.run([self.program, "--cc=gcc", "--emit=view", self.source], capture_output=True)
        return None if run.returncode else run.stdout

    def translate(self, way):
        """(what became of the source, what gcc has against the output). Or raises a Fault."""
        command = [self.program] + way.options() + [self.source] + ([] if way.for_compiler else ["-o", self.output])
        run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            err = run.communicate(timeout=PATIENCE)[1].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            run.terminate()                     # it ends whatever it has started
            run.communicate()
            raise Fault("takes too long")
        if CRASH.search(err):
            is_libclang, crash = read_crash(err)
            if not is_libclang:
                raise Fault(crash)
            return "crash in libclang", None
        if run.returncode not in (0, 1):
            raise Fault("exit status %d: %s" % (run.returncode, err[-200:]))
        if run.returncode == 1 and not err.strip():
            raise Fault("no message")
        if run.returncode == 1 and os.path.exists(self.output):
            raise Fault("output beside an error")
        if way.for_compiler and run.returncode == 1 and not re.search(r"^\d+ .*generated\.$|^asyncc: error", err, re.M):
            return "translated", without_names(err)       # of gcc
        if run.returncode == 1:
            return "refused", None
        if not way.for_compiler and not os.path.exists(self.output):
            raise Fault("no output")
        return "translated", refusal([self.output]) if not way.for_compiler and way.emit == "c" else None

    def judge(self, way):
        fate, why = self.translate(way)
        if not why:
            return fate
        view = self.view()
        if view is None or why.endswith("No such file or directory"):      # a mutated line marker names a header
            return "refused"
        if not view_refusal("-", view):
            raise Fault("the output is not C: " + why)
        return "translated, and not C before"


class Harness:
    """The program of harness.c, started when it is needed and again after it has crashed."""

    def __init__(self, program, output):
        self.program, self.output, self.messages, self.process = program, output, output + ".messages", None

    def start(self):
        with open(self.messages, "wb"):
            pass
        with open(self.messages, "ab") as messages:
            # Each translation has a thread with a large stack, and ASan's copy of it would be as large.
            environment = dict(os.environ, ASAN_OPTIONS=ASAN + ":max_uar_stack_size_log=16:quarantine_size_mb=8:malloc_context_size=1")
            self.process = subprocess.Popen([self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=messages, env=environment)

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def translate(self, way, emit, text):
        """What became of the text; None: something that nobody expects."""
        if not self.process:
            self.start()
        os.truncate(self.messages, 0)
        request = "x.c %s %d %d %d %d %d\n" % (self.output, EMITS.index(emit), way.for_compiler, way.hard, way.optimises, len(text))
        try:
            self.process.stdin.write(request.encode() + text)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        answer = self.process.stdout.read(1) if select.select([self.process.stdout], [], [], PATIENCE)[0] else b""
        if answer == DONE and os.path.exists(self.output):
            return "translated"
        if answer == ERRORS and os.path.getsize(self.messages) and not os.path.exists(self.output):
            return "refused"
        self.stop()
        return None

    def find_crash(self):
        """Of the translator itself; None if there was none. Until the next translation."""
        with open(self.messages, encoding="utf-8", errors="replace") as file:
            err = file.read()
        is_libclang, crash = read_crash(err)
        return crash if CRASH.search(err) and not is_libclang else None

    def judge(self, way, text):
        """The same; None also if the view of the text is C and the output is not."""
        fate = self.translate(way, way.emit, text)
        if fate != "translated" or way.emit != "c":
            return fate
        if not refusal((["-x", "cpp-output"] if way.for_compiler else []) + [self.output]):
            return fate
        if self.translate(way, "view", text) == "translated" and view_refusal(self.output):
            return "translated, and not C before"
        return None


class Fuzzer:
    def __init__(self, asyncc, harness, corpus, folder):
        self.corpus, self.folder, self.source = corpus, folder, folder + "/x.c"
        self.asyncc = Asyncc(asyncc, self.source, folder + "/x.out.c")
        self.harness = Harness(harness, folder + "/x.out.c")

    def run_round(self, number):
        """(what became of it, the way, the text); a Fault is what became of it, too."""
        r = random.Random(number)
        way = Way(r)
        text = mutate.mutate(r, way.form, self.corpus)
        fate = None if way.is_source else self.harness.judge(way, text)
        if not fate:
            self.empty_folder()
            with open(self.source, "wb") as file:
                file.write(text)
            try:
                fate = self.ask_asyncc(way)
            except Fault as fault:
                fate = fault
        self.empty_folder()
        return fate, way, text

    def ask_asyncc(self, way):
        fate = self.asyncc.judge(way)
        left = set(os.listdir(self.folder)) - {"x.c", "x.out.c", "x.out.c.messages"}
        if left:
            raise Fault("leaves " + ", ".join(sorted(left)))
        if way.is_source:
            return fate
        crash = self.harness.find_crash()
        if crash and fate != "crash in libclang":
            raise Fault("in the harness only: " + crash)
        return fate + ", and suspicious in the harness"

    def empty_folder(self):
        for name in set(os.listdir(self.folder)) - {"x.out.c.messages"}:
            path = os.path.join(self.folder, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)


class Keeper:
    """Keeps the smallest program of each way to fail."""

    def __init__(self, folder):
        self.folder, self.sizes = folder, {}

    def keep(self, number, fault, way, text):
        kind = str(fault)
        path = os.path.join(self.folder, hashlib.md5(kind.encode()).hexdigest()[:8] + ".c")
        if kind not in self.sizes:
            print("round %d: %s: %s: %s" % (number, path, " ".join(way.options()), kind), flush=True)
        if kind not in self.sizes or len(text) < self.sizes[kind]:
            os.makedirs(self.folder, exist_ok=True)
            with open(path, "wb") as file:
                file.write(text)
            self.sizes[kind] = len(text)


def set_environment(folder):
    os.environ["TMPDIR"] = folder        # so that we see what is left there
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["ASAN_SYMBOLIZER_PATH"] = shutil.which("llvm-symbolizer-19") or shutil.which("llvm-symbolizer") or ""
    os.environ["ASAN_OPTIONS"] = ASAN
    os.environ["UBSAN_OPTIONS"] = "print_stacktrace=1"
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in (signal.SIGINT, signal.SIGTERM):      # a shell's background jobs ignore the first
        signal.signal(number, signal.default_int_handler)


def find_programs():
    """But for those that are part of the tests' own machinery."""
    paths = glob.glob(ROOT + "/test/**/*.c", recursive=True) + glob.glob(ROOT + "/examples/**/*.c", recursive=True)
    return sorted(path for path in paths if "/asyncify/" not in path and not path.endswith("/harness.c"))


def run_and_count(fuzzer, number, keeper, fates):
    fate, way, text = fuzzer.run_round(number)
    if isinstance(fate, Fault):
        keeper.keep(number, fate, way, text)
        fate = "at fault"
    fates[fate] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--keep", default="/tmp/asyncc-mutants")
    parser.add_argument("asyncc")
    parser.add_argument("harness")
    parser.add_argument("seeds", nargs="*")
    a = parser.parse_args()
    paths = a.seeds or find_programs()
    keeper, fates, began = Keeper(a.keep), collections.Counter(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        set_environment(folder)
        fuzzer = Fuzzer(a.asyncc, a.harness, mutate.read_corpus(paths, INCLUDE), folder)
        try:
            for number in range(a.first, a.first + a.count):
                run_and_count(fuzzer, number, keeper, fates)
        except KeyboardInterrupt:
            print("stopped in round %d" % number)
        fuzzer.harness.stop()
    print("%d rounds in %d s: %s" % (fates.total(), time.monotonic() - began, ", ".join("%d %s" % (n, fate) for fate, n in sorted(fates.items()))))
    print("%d kinds of faults" % len(keeper.sizes))
    return 1 if keeper.sizes else 0


if __name__ == "__main__":
    sys.exit(main())
