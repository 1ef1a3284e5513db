#!/usr/bin/python3
"""Gives the tool broken programs: on any input it translates, or prints a message and exits with 1.

    mutate.py [--from N] [--count N] [--keep FOLDER] ASYNCC [SEED.c…]

Each round takes a seed, changes it in one to five places and translates it. A round is at fault that exits in another
way, gives a report of a sanitizer, crashes (but for libclang itself, which is only counted), takes more than 60 seconds or
4 GiB, ends in an error without a message or beside an output file, or leaves a temporary file. Where the view still is C that
gcc accepts, the output must be too. What fails is kept in FOLDER, one file for each way to fail, the smallest that was
met. The number of a round determines what it does: a single one is repeated with --from N --count 1.

Without seeds all sources of the tests and examples are seeds. `./dev fuzz tool` does that with a tool that is built with
sanitizers.
"""

import argparse
import glob
import hashlib
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..")
INCLUDE = os.path.join(ROOT, "include")
LONGEST = 100000       # bytes of a mutant
TOKEN = re.compile(rb'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|\w+|\s+|[^\w\s]')

WORDS = rb"""async|await|future(|future(int)|generator(int)|yield|defer|async_with (|async_for(int i, x)|async_group(g)|_Async
_Await|async_future(|async_future|{|}|(|)|[|]|;|,|=|:|?|<%|%>|<:|:>|%:|typedef|static|struct|enum|union {|if|else|for (|while(
do|switch (|case 1:|default:|goto|return|break;|continue;|int|*|&|x|1|"s"|'c'|"|'|\|__attribute__((|__extension__|asm(|typeof(
_Generic(|sizeof|_Alignas(|[[|]]|({|})|...|->|.|&&|++|main|_Atomic(|auto|nullptr|0x|1e+|/*|//|inline|extern|__label__ q;
await async_yield();|async_gather(|await await|async void f(void);|async int f(int x) { return await f(x); }|__func__|void"""
WORDS = [word for line in WORDS.split(b"\n") for word in line.split(b"|")] + [
    b"\\\n", b"\0", b"\xff", b"\r\n", b"\n#line 7 \"a b\\\"c.c\"\n", b"\n# 1 \"z.h\" 1 3\n", b"_Pragma(\"x\")", b"\n#pragma x\n",
    b"||", b"|"]

OPERANDS = [
    b"await slow(1)", b"({ await slow(3); })", b"(await slow(1), 2)", b"(a ? await slow(1) : 2)", b"sizeof(await slow(1))",
    b"({ int q = await slow(1); q; })", b"(1 && await slow(1))", b"(await slow(0) ?: 3)", b"-await slow(1)",
    b"(int[]){await slow(1), 2}[0]"]
STATEMENTS = [
    b"if (a) { await slow(1); }", b"while (await slow(1)) { break; }", b"{ int q = 3; await slow(q); }", b"goto again;",
    b"do await slow(1); while (0);", b"for (;;) { if (await slow(2)) continue; break; }", b"return await slow(1);",
    b"switch (1) { case 1: await slow(1); }", b"static int k9 = 1;", b"lab7: await slow(1);", b"int vla[n]; vla[0] = 1;",
    b"int *pp = 0; if (pp) *pp = await slow(1);", b'asm("");', b"typedef int T8; T8 v8 = await slow(1);", b";",
    b"struct { int m; } s8 = { await slow(1) };", b'_Static_assert(1, "");', b"if (1) ; else await slow(1);",
    b"const int c8 = await slow(1), c9 = 2;", b"__auto_type x9 = await slow(1);", b'char s9[] = "abc"; await slow(s9[0]);']
BULKS = [
    lambda n: b"(" * n, lambda n: b"{" * n, lambda n: b"(" * n + b"1" + b")" * n, lambda n: b"{" * n + b";" + b"}" * n,
    lambda n: b" await" * n, lambda n: b"typedef int " + b",".join(b"t%d" % i for i in range(n)) + b";"]


def change_tokens(r, text, corpus):
    """Mostly gives something that is no longer C."""
    t = TOKEN.findall(text) or [b"x"]
    i, j = r.randrange(len(t)), r.randrange(len(t))
    first, last = min(i, j), min(max(i, j), min(i, j) + r.choice([2, 5, 20, 100]))
    kind = r.randrange(12)
    if kind == 0:
        del t[i]
    elif kind == 1:
        t[i], t[j] = t[j], t[i]
    elif kind <= 4:
        t.insert(i, b" " + r.choice(WORDS) + b" ")
    elif kind == 5:
        t[i] = r.choice(WORDS)
    elif kind == 6:
        del t[first:last]
    elif kind == 7:
        t[i:i] = t[first:last]
    elif kind == 8:
        flipped = bytearray(text or b"x")
        flipped[r.randrange(len(flipped))] ^= 1 << r.randrange(8)
        return bytes(flipped)
    elif kind == 9:
        other = TOKEN.findall(r.choice(corpus))
        at = r.randrange(len(other))
        t[i:i] = other[at:at + r.choice([2, 6, 30])]
    elif kind == 10:
        t.insert(i, r.choice(BULKS)(r.choice([3, 100, 300])))
    else:
        return r.choice([text.replace(b"\n", b"\r\n"), text.rstrip(), b"".join(t[:i])])
    return b"".join(t)


def change_gently(r, text, _):
    """Often gives C again, so that the later stages see something new."""
    lines = text.split(b"\n")
    i, j, kind = r.randrange(len(lines)), r.randrange(len(lines)), r.randrange(8)
    if kind == 0:
        lines.insert(j, lines[i])
    elif kind == 1:
        lines[i], lines[j] = lines[j], lines[i]
    elif kind == 2:
        del lines[i]
    if kind <= 2:
        return b"\n".join(lines)
    t = TOKEN.findall(text)
    names = [k for k, token in enumerate(t) if re.fullmatch(rb"[a-zA-Z]\w*", token)]
    numbers = [k for k, token in enumerate(t) if token.isdigit()]
    ends = [k for k, token in enumerate(t) if token == b";"]
    if not names or not numbers or not ends:
        return text
    if kind == 3:
        t[r.choice(names)] = t[r.choice(names)]
    elif kind <= 5:
        t[r.choice(numbers)] = r.choice(OPERANDS)
    else:
        t.insert(r.choice(ends) + 1, b" " + r.choice(STATEMENTS) + b" ")
    return b"".join(t)


HEADER = b"#include <async.h>\n"


def mutate(r, corpus):
    text = r.choice(corpus)
    if b" slow(" not in text:      # the operands and statements call it, with `a` and `n`
        text = text.replace(HEADER, HEADER + b"async int slow(int x); static int a, n;\n", 1)
    change = r.choice([change_tokens, change_gently])
    for _ in range(r.choice([1, 1, 2, 3, 5])):
        text = change(r, text, corpus)
    return text[:LONGEST]


def refusal(arguments, text=None):
    """What gcc has against it, without names; None: nothing."""
    run = subprocess.run(["gcc", "-std=gnu2x", "-w", "-fsyntax-only", "-I" + INCLUDE] + arguments, input=text,
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if run.returncode == 0:
        return None
    found = re.search(r"error: (.*)", run.stderr.decode("utf-8", "replace"))
    return re.sub(r"[‘'\"][^’'\"]*[’'\"]|\d+", "…", found.group(1)) if found else "no message"


def read_crash(err):
    """How the tool crashed: the sanitizer's words, and where in our code, or whose code."""
    found = re.search(r"(ERROR: \w+Sanitizer: [\w-]+|runtime error: [^\n]*|Assertion `[^\n]*)", err)
    frames = re.findall(r"#\d+ 0x\w+ +(?:in (\w+) )?(?:\S*/(tool/\S+:\d+)|\(?(\S+)\+0x)", err)
    where = [" ".join(part for part in frame if part) for frame in frames]
    ours = [frame for frame in where if "tool/" in frame]
    is_libclang = bool(frames) and ("libclang" in where[0] or "libLLVM" in where[0])
    what = re.sub(r"0x\w+|\d{4,}", "…", found.group(1)) if found else err.strip()[-200:]
    return is_libclang, "%s %s" % (what, ours[:3])


class Fault(Exception):
    pass


def judge(tool, options, source, output):
    """Translates. Raises a Fault; or says what became of the source."""
    command = [tool, "--cc=gcc"] + options + [source]
    try:
        run = subprocess.run(command + ["-o", output], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        raise Fault("takes too long")
    err = run.stderr.decode("latin1")
    if re.search(r"Sanitizer|runtime error:|Assertion `|crashed with signal", err):
        is_libclang, crash = read_crash(err)
        if not is_libclang:
            raise Fault(crash)
        return "crash in libclang"
    if run.returncode not in (0, 1):
        raise Fault("exit status %d: %s" % (run.returncode, err[-200:]))
    if run.returncode == 1:
        if not err.strip():
            raise Fault("no message")
        if os.path.exists(output):
            raise Fault("output beside an error")
        return "refused"
    if not os.path.exists(output):
        raise Fault("no output")
    why = refusal([output])
    if why:
        view = subprocess.run(command + ["--emit=view"], capture_output=True).stdout
        if not refusal(["-x", "c", "-"], view):
            raise Fault("the output is not C: " + why)
        return "translated, and not C before"
    return "translated"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--keep", default="/tmp/asyncc-mutants")
    parser.add_argument("asyncc")
    parser.add_argument("seeds", nargs="*")
    a = parser.parse_args()
    paths = a.seeds or sorted(glob.glob(ROOT + "/test/*/*.c") + glob.glob(ROOT + "/test/*/Inputs/*.c") + glob.glob(ROOT + "/examples/*.c"))
    corpus = [text for text in (open(path, "rb").read() for path in paths) if b"async" in text and len(text) < LONGEST]
    os.environ["ASAN_SYMBOLIZER_PATH"] = "/usr/lib/llvm-19/bin/llvm-symbolizer"
    os.environ["ASAN_OPTIONS"] = "detect_leaks=0:hard_rss_limit_mb=4096:allocator_may_return_null=0"
    os.environ["UBSAN_OPTIONS"] = "print_stacktrace=1"
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faults, fates, began = {}, {}, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        source, output = folder + "/x.c", folder + "/x.out.c"
        for number in range(a.first, a.first + a.count):
            r = random.Random(number)
            text = mutate(r, corpus)
            with open(source, "wb") as file:
                file.write(text)
            options = r.choice([[], ["-O2"], ["--hard"]])
            try:
                fate = judge(a.asyncc, options, source, output)
                left = set(os.listdir(folder)) - {"x.c", "x.out.c"}
                if left:
                    raise Fault("leaves " + ", ".join(left))
            except Fault as fault:
                fate = "at fault"
                kind = str(fault)
                path = os.path.join(a.keep, hashlib.md5(kind.encode()).hexdigest()[:8] + ".c")
                if kind not in faults:
                    print("round %d: %s: %s %s" % (number, path, " ".join(options), kind), flush=True)
                if kind not in faults or len(text) < faults[kind]:
                    os.makedirs(a.keep, exist_ok=True)
                    with open(path, "wb") as file:
                        file.write(text)
                    faults[kind] = len(text)
            fates[fate] = fates.get(fate, 0) + 1
            for name in set(os.listdir(folder)) - {"x.c"}:
                os.unlink(os.path.join(folder, name))
    print("%d rounds in %d s: %s" % (a.count, time.monotonic() - began, ", ".join("%d %s" % (n, fate) for fate, n in sorted(fates.items()))))
    print("%d kinds of faults" % len(faults))
    return 1 if faults else 0


sys.exit(main())
