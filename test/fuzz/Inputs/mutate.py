"""Gives the tool broken programs: on any input it translates, or prints a message and exits with 1.

    mutate.py [--count N] [--seed N] [--keep FOLDER] ASYNCC [SEED.c…]

Each round takes a seed, changes it in one to five places and translates it. A round fails on any other exit status, on
a report of a sanitizer, after 20 seconds, on an error without a message or with an output file, and when a temporary
file is left. Where the view still is C that gcc accepts, the output must be too. What fails is kept in FOLDER, one
file for each way to fail. The same seed gives the same rounds. For a long search, build the tool with
-fsanitize=address,undefined and call this with --count 100000.
"""

import argparse
import glob
import hashlib
import os
import random
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
INCLUDE = os.path.join(HERE, "../../../include")
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


def mutate(r, corpus):
    text = r.choice(corpus)
    change = r.choice([change_tokens, change_gently])
    for _ in range(r.choice([1, 1, 2, 3, 5])):
        text = change(r, text, corpus)
    return text


def accepts(arguments, text=None):
    return subprocess.run(["gcc", "-std=gnu2x", "-w", "-fsyntax-only", "-I" + INCLUDE] + arguments, input=text,
                          stderr=subprocess.DEVNULL).returncode == 0


def find_fault(tool, options, source, output):
    """What is wrong with this translation; None: nothing."""
    command = [tool, "--cc=gcc"] + options + [source]
    try:
        run = subprocess.run(command + ["-o", output], stdin=subprocess.DEVNULL, capture_output=True, timeout=20)
    except subprocess.TimeoutExpired:
        return "hangs"
    err = run.stderr.decode("latin1")
    if run.returncode not in (0, 1) or re.search("Sanitizer|runtime error|[Cc]rash|Assertion", err):
        frames = re.findall(r"#\d+ 0x\w+ in (\w+) \S*/tool/(\S+:\d+)", err)[:3]
        return "exit status %s %s" % (run.returncode, frames or err[-200:])
    if run.returncode == 1:
        return "no message" if not err.strip() else "output beside an error" if os.path.exists(output) else None
    if not os.path.exists(output):
        return "no output"
    if not accepts([output]):
        view = subprocess.run(command + ["--emit=view"], capture_output=True).stdout
        if accepts(["-x", "c", "-"], view):
            return "output is not C"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", default="/tmp/asyncc-mutate")
    parser.add_argument("asyncc")
    parser.add_argument("seeds", nargs="*")
    a = parser.parse_args()
    corpus = [open(path, "rb").read() for path in a.seeds or sorted(glob.glob(HERE + "/*.c"))]
    os.environ.setdefault("ASAN_OPTIONS", "detect_leaks=0")
    r = random.Random(a.seed)
    faults = {}
    with tempfile.TemporaryDirectory() as folder:
        source, output = folder + "/x.c", folder + "/x.out.c"
        for _ in range(a.count):
            text = mutate(r, corpus)
            with open(source, "wb") as file:
                file.write(text)
            options = r.choice([[], ["-O2"], ["--hard"]])
            fault = find_fault(a.asyncc, options, source, output)
            if os.path.exists(output):
                os.unlink(output)
            left = set(os.listdir(folder)) - {"x.c"}
            fault = fault or ("leaves " + ", ".join(left) if left else None)
            for name in left:
                os.unlink(os.path.join(folder, name))
            if fault and fault not in faults:
                os.makedirs(a.keep, exist_ok=True)
                path = os.path.join(a.keep, hashlib.md5(fault.encode()).hexdigest()[:8] + ".c")
                with open(path, "wb") as file:
                    file.write(text)
                print("%s: %s %s" % (path, " ".join(options), fault), flush=True)
            if fault:
                faults[fault] = faults.get(fault, 0) + 1
    print("%d mutants, %d faults of %d kinds" % (a.count, sum(faults.values()), len(faults)))
    return 1 if faults else 0


sys.exit(main())
