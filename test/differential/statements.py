"""statements.py: random programs of what the language adds to C, and whether each does the same however it is compiled.

    statements.py BUILD --from N --count N [--jobs N] [--keep FOLDER]

There is no plain C to compare with, so the configurations are compared with each other: hard mode stops at every await and
overwrites what should not be needed any more. Then each program is cancelled at some waits of main, under the sanitizers.

What a program prints must not hang on the order of things that happen at the same time: tasks beside main print nothing, every
failing child has a moment of its own, and no deadline falls together with the end of a sleep. The few programs that do so all
the same are found by seeds for the order, and skipped.
"""

import argparse
import concurrent.futures
import os
import random
import sys

import differ

CONFIGURATIONS = ["gcc-O0", "gcc-O2", "clang-O2-hard", "gcc-O0-asan-hard"]        # the first is the reference
STATEMENTS, PROGRAM_SECONDS = 45, 20

HEAD = r"""#include <async.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned long sum = 1;
static int lines;

static void trace(int place, unsigned long value)
{
    sum = sum * 1000003 + place * 31 + value;
    if (lines++ < 4000)
        printf("%d %lu %lx\n", place, value, sum);
}

struct big { unsigned a[6]; unsigned long b; };
async unsigned soon(unsigned x) { return x + 1; }
async unsigned later(unsigned x) { await async_yield(); return x * 3 + 1; }
async unsigned slow(unsigned x) { await async_sleep(1); return x + 7; }
async struct big large(unsigned x) { if (x & 1) await async_sleep(0.5); return (struct big){ { x, x + 1, x + 2, 0, x }, x * 5ul }; }
async unsigned wrap(future(unsigned) f) { await async_yield(); return await f + 1; }

struct res { unsigned id; char rest[40]; };
async struct res *acquire(unsigned id)
{
    if (id & 1)
        await async_yield();
    struct res *r = malloc(sizeof *r);
    r->id = id;
    trace(900, id);
    return r;
}
async void release(struct res *r)
{
    unsigned id = r ? r->id : 0;
    if (id & 2)
        await async_sleep(0.25);
    trace(901, id);
    free(r);
}
ASYNC_EXIT(struct res *, release);

struct lock { unsigned n; };
static struct lock the_lock;
async struct lock *take(struct lock *l) { await async_yield(); l->n++; return l; }
static void give(struct lock *l) { trace(902, l->n); l->n--; }
ASYNC_EXIT(struct lock *, give);

static void cleaned(unsigned *p) { trace(903, *p); }
async void child(unsigned *cell, unsigned x) { unsigned kept = x * 2; if (x & 1) await async_sleep(0.125 * (x % 5)); *cell += kept; }
async int failing(unsigned x)
{
    static unsigned n;
    await async_sleep(0.0625 * (x % 3) + 0.0113 + 0.0000137 * ++n);
    return x % 4 == 0 ? -5 : 0;
}
"""


class Context:
    """Where a statement stands: what may leave it, and whether it may yield or defer."""

    def __init__(self, exits=(), in_loop=False, yields=False, defers=True, gives=True):
        self.exits, self.in_loop, self.yields, self.defers, self.gives = tuple(exits), in_loop, yields, defers, gives

    def but(self, **changes):
        return Context(**{**self.__dict__, **changes})

    def loop(self):
        return self.but(exits=self.exits + ("break", "continue"), in_loop=True)


class Writer:
    """Writes one program. `names` are (name, kind) of what is in scope: u unsigned, b struct big, r resource, c chars, p pointer."""

    def __init__(self, number):
        self.random = random.Random(number)
        self.chance = lambda p: self.random.random() < p
        self.places = self.made = 0
        self.text, self.functions, self.generators = [], [], []
        self.fixed, self.here, self.budget = set(), set(), 0

    def line(self, depth, text):
        self.text.append("    " * depth + text)

    def place(self):
        self.places += 1
        return self.places

    def name(self, prefix, fixed=True):
        self.made += 1
        name = "%s%d" % (prefix, self.made)
        if fixed:
            self.fixed.add(name)
        return name

    # --- expressions

    def value(self, names, depth=0):
        kind = self.random.randrange(9)
        if depth > 2 or kind < 2 or (kind < 6 and not names):
            return "%du" % self.random.randrange(50)
        if kind < 6:
            name, of = self.random.choice(names)
            return {"u": name, "b": "%s.a[%d]" % (name, self.random.randrange(6)), "r": "%s->id" % name,
                    "c": "(unsigned)%s[%d]" % (name, self.random.randrange(5)), "p": "*" + name}[of]
        return "(%s %s %s)" % (self.value(names, depth + 1), self.random.choice("+-*^|"), self.value(names, depth + 1))

    def awaited(self, names):
        x, y = self.value(names), self.value(names)
        forms = ["(%s + await soon(%s))" % (x, y), "(await later(%s) ^ %s)" % (x, y), "(%s & 1 ? await slow(%s) : %s)" % (x, y, x),
                 "(await large(%s)).a[%d]" % (x, self.random.randrange(6))]
        forms += ["await %s(%s)" % (f, x) for f in ["soon", "later", "slow"] + self.functions[-2:]]
        return self.random.choice(forms)

    def any_value(self, names, often=0.5):
        return self.awaited(names) if self.chance(often) else self.value(names)

    def handle(self, names):
        f, x = self.random.choice(["soon", "later", "slow"]), self.value(names)
        return self.random.choice(["%s(%s)" % (f, x), "async_create_task(%s(%s))" % (f, x), "async_start(%s(%s))" % (f, x),
                                   "(%s & 1 ? async_create_task(%s(%s)) : later(%s))" % (self.value(names), f, x, x),
                                   "async_create_task(later(await slow(%s)))" % x, "wrap(%s(%s))" % (f, x), "async_shield(%s(%s))" % (f, x)])

    # --- statements

    def block(self, names, depth, level, at, count=None):
        names, outer = list(names), self.here
        self.here = {name for name, _ in names[-1:]}
        for _ in range(count or self.random.randrange(2, 4)):
            if self.budget > 0:
                self.budget -= 1
                self.statement(names, depth, level, at)
        self.here = outer

    def body(self, names, depth, level, at):
        self.line(depth, "{")
        self.block(names, depth + 1, level + 1, at)
        self.line(depth, "}")

    def other(self, names, depth, level, at):
        if self.chance(0.7):
            self.line(depth, "else")
            self.body(names, depth, level, at)

    def statement(self, names, depth, level, at):
        simple = [self.declare, self.declare, self.assign, self.assign, self.trace, self.trace, self.leave]
        large = [self.defer, self.with_entries, self.group, self.timeout, self.timeout, self.each, self.each, self.loop, self.loop, self.choice,
                 self.switch, self.jump_target, self.owner, self.owner]
        self.random.choice(simple if level > 4 else simple + large)(names, depth, level, at)
        if at.yields and self.chance(0.15):
            self.line(depth, "yield %s;" % self.any_value(names))

    def declare(self, names, depth, level, at):
        name = self.random.choice(names)[0] if names and self.chance(0.2) else ""
        if not name or name in self.fixed or name in self.here:
            name = self.name("v", fixed=False)
        self.here.add(name)
        names[:] = [n for n in names if n[0] != name]
        numbers = [n for n, kind in names if kind == "u"]
        x, y = self.value(names), self.value(names)
        forms = [("struct big %s = { { %s, 2 }, %s };" % (name, x, y), "b"), ("char %s[5] = { %s & 127, 3 };" % (name, x), "c"),
                 ("__attribute__((cleanup(cleaned))) unsigned %s = %s;" % (name, x), "u"),
                 ("unsigned %s = %s;" % (name, self.awaited(names)), "u"), ("unsigned %s = %s;" % (name, x), "u")]
        forms += [("unsigned *%s = &%s;" % (name, self.random.choice(numbers)), "p")] if numbers else []
        text, kind = self.random.choice(forms)
        self.line(depth, text)
        names.append((name, kind))

    def assign(self, names, depth, level, at):
        places = [(n, k) for n, k in names if k in "ubc" and n not in self.fixed]
        if places:
            name, kind = self.random.choice(places)
            place = {"u": name, "b": "%s.a[%d]" % (name, self.random.randrange(6)), "c": "%s[%d]" % (name, self.random.randrange(5))}[kind]
            self.line(depth, "%s %s %s;" % (place, self.random.choice(["=", "+=", "^="]), self.any_value(names)))

    def trace(self, names, depth, level, at):
        self.line(depth, "trace(%d, %s);" % (self.place(), self.any_value(names, 0.2)))

    def leave(self, names, depth, level, at):
        if at.exits and level > 1:
            way = self.random.choice(at.exits)
            if way == "return" and at.gives:
                way += " " + self.any_value(names, 0.3)
            self.line(depth, "if (%s %% 7 == %d) %s;" % (self.value(names), self.random.randrange(7), way))

    def defer(self, names, depth, level, at):
        if at.defers:
            self.line(depth, "defer {")
            inside = at.but(exits=(), in_loop=False, yields=False, defers=self.chance(0.3))
            self.line(depth + 1, "trace(%d, %s);" % (self.place(), self.any_value(names)))
            self.block(names, depth + 1, level + 2, inside, 1)
            self.line(depth, "}")

    def with_entries(self, names, depth, level, at):
        r, s = self.name("r"), self.name("r")
        x, y = self.value(names), self.value(names)
        entries, entered = self.random.choice([
            ("struct res *%s = acquire(%s)" % (r, x), [(r, "r")]), ("take(&the_lock)", []),
            ("auto %s = acquire(%s), struct res *%s = acquire(%s->id + %s), take(&the_lock)" % (r, x, s, r, y), [(r, "r"), (s, "r")])])
        self.line(depth, "async_with (%s)" % entries)
        self.body(names + entered, depth, level, at)

    def group(self, names, depth, level, at):
        g, cell = self.name("g"), self.name("cell")
        self.line(depth, "unsigned %s = %s;" % (cell, self.value(names)))
        self.line(depth, "async_group (%s) {" % g)
        inside, seen = at.but(yields=False), list(names)
        for _ in range(self.random.randrange(1, 4)):
            start = "failing(%s)" if self.chance(0.3) else "child(&" + cell + ", %s)"
            self.line(depth + 1, "async_spawn(%s, %s);" % (g, start % self.value(seen)))
            if self.chance(0.6):
                self.statement(seen, depth + 1, level + 1, inside)
        self.line(depth, "}")
        self.other(names, depth, level, at)
        self.line(depth, "trace(%d, %s);" % (self.place(), cell))

    def timeout(self, names, depth, level, at):
        seconds = self.random.choice(["0", "0.7513", "1.5331", "3.3177", "1000", "INFINITY", "(double)(%s %% 3) + 0.3013" % self.awaited(names)])
        self.line(depth, "async_timeout (%s)" % seconds)
        self.body(names, depth, level, at.but(yields=False))
        self.other(names, depth, level, at)

    def each(self, names, depth, level, at):
        if self.generators:
            x, kind = self.name("x"), self.random.choice(["unsigned", "auto", "const unsigned"])
            self.line(depth, "async_for (%s %s, %s(%s %% 9))" % (kind, x, self.random.choice(self.generators), self.value(names)))
            self.body(names + [(x, "u")], depth, level, at.loop())

    def loop(self, names, depth, level, at):
        i = self.name("i")
        condition = "%s < %d" % (i, self.random.randrange(1, 4)) + (" && (%s | 1)" % self.awaited(names + [(i, "u")]) if self.chance(0.3) else "")
        step = "%s++" % i if self.chance(0.6) else "%s += 1 + (await later(%s) & 0)" % (i, i)
        self.line(depth, "for (unsigned %s = 0; %s; %s)" % (i, condition, step))
        self.body(names + [(i, "u")], depth, level, at.loop())

    def choice(self, names, depth, level, at):
        self.line(depth, "if (%s & 1)" % self.any_value(names))
        self.body(names, depth, level, at)
        self.other(names, depth, level, at)

    def switch(self, names, depth, level, at):
        self.line(depth, "switch (%s %% 4) {" % self.any_value(names))
        for case in self.random.sample(range(4), self.random.randrange(1, 4)):
            self.line(depth, "case %d:" % case)
            self.body(names, depth, level, at.but(exits=at.exits + ("break",)))
            if self.chance(0.7):
                self.line(depth + 1, "break;")
        self.line(depth, "default: trace(%d, 0);" % self.place())
        self.line(depth, "}")

    def jump_target(self, names, depth, level, at):
        label = self.name("out")
        self.body(names, depth, level, at.but(exits=at.exits + ("goto " + label,) * 2))
        self.line(depth, label + ":;")

    def owner(self, names, depth, level, at):
        """A handle that is consumed once, whatever happens in between; nothing leaves the block before that."""
        h, x, names = self.name("h"), self.name("x"), list(names)
        quiet = at.but(exits=(), in_loop=False, defers=False)
        self.line(depth, "{")
        self.line(depth + 1, "%s %s = %s;" % (self.random.choice(["auto", "future(unsigned)", "const auto"]), h, self.handle(names)))
        for _ in range(self.random.randrange(3)):
            self.statement(names, depth + 1, level + 2, quiet)
        p, value = self.place(), self.value(names)
        self.line(depth + 1, self.random.choice([
            "trace(%d, await %s);" % (p, h), "trace(%d, await wrap(%s));" % (p, h),
            "if (%s & 1) trace(%d, await %s); else async_release(%s);" % (value, p, h, h),
            "auto %s = await async_gather(%s, later(%s)); trace(%d, %s._0 ^ %s._1);" % (x, h, value, p, x, x),
            "unsigned %s = 0; int %se = await async_join(%s, &%s); trace(%d, %s + %se);" % (x, x, h, x, p, x, x),
            "unsigned %s = 0; int %se = await async_wait_for(%s, 0.7771, &%s); trace(%d, (%s + 1) * (%se == 0));" % (x, x, h, x, p, x, x),
            "for (int i = 0; i < 2; i++) if (i == %d) { trace(%d, await %s); break; }" % (self.random.randrange(2), p, h)]))
        self.line(depth, "}")

    # --- the program

    def function(self, number, is_generator):
        name = ("generator%d" if is_generator else "function%d") % number
        self.fixed, self.here, self.budget = {"a"}, {"a"}, STATEMENTS
        self.line(0, "")
        self.line(0, "static async %s %s(unsigned a)" % ("generator(unsigned)" if is_generator else "unsigned", name))
        self.line(0, "{")
        at = Context(exits=("return",), yields=is_generator, gives=not is_generator)
        if is_generator:
            self.line(1, "for (unsigned round = 0; round < 3; round++) {")
            self.block([("a", "u")], 2, 0, at.but(exits=("return", "continue"), in_loop=True), 5)
            self.line(2, "yield a + round;")
            self.line(1, "}")
        else:
            self.block([("a", "u")], 1, 0, at, 6)
            self.line(1, "return a;")
        self.line(0, "}")
        (self.generators if is_generator else self.functions).append(name)

    def program(self):
        for i in range(self.random.randrange(4, 7)):
            self.function(i, i == 0 or (i > 1 and self.chance(0.3)))
        self.text += ["", "async int main(void)", "{"]
        for a in range(1, 12, 3):
            self.text += ["    trace(%d, await %s(%d));" % (self.place(), f, a) for f in self.functions]
        self.text += ['    printf("%lx %u\\n", sum, the_lock.n);', "    return 0;", "}", ""]
        return HEAD + "\n".join(self.text)


def build(tools, source, configuration, output):
    words = configuration.split("-")
    command = [tools.asyncc, *(["--hard"] if "hard" in words else []),
               "--runtime=" + os.path.join(tools.flavours, words[0] + ("-asan" if "asan" in words else "")), differ.COMPILERS[words[0]],
               *[flag for flag in differ.flags_of(configuration) if flag not in differ.WARNINGS], "-w", source, "-o", output, "-lm"]
    status, _, err = differ.run(command, differ.COMPILE_SECONDS)
    if status != 0:
        raise differ.Failed("compiling in %s failed" % configuration, " ".join(command) + "\n" + err)


def execute(program, number, **more):
    return differ.run([program], PROGRAM_SECONDS, env=dict(differ.environment(number), ASYNC_CLOCK="virtual", **more))


def check_order(program, number, expected):
    """Where the order in which tasks are continued makes a difference, there is nothing to compare."""
    for seed in range(1, 5):
        if execute(program, number, ASYNC_HARD="", ASYNC_SEED=str(seed))[:2] != expected:
            raise differ.Skipped("hangs on the order")


def check_program(tools, number, folder):
    source, expected = os.path.join(folder, "program.c"), None
    with open(source, "w") as file:
        file.write(Writer(number).program())
    for configuration in CONFIGURATIONS:
        program = os.path.join(folder, configuration)
        build(tools, source, configuration, program)
        hard = {} if "hard" in configuration else {"ASYNC_HARD": ""}
        status, out, err = execute(program, number, **hard)
        if expected is None and status is None:
            raise differ.Skipped("takes too long")
        if expected is None:
            expected = status, out
            check_order(program, number, expected)
        if status is not None and (status, out) != expected:
            raise differ.Failed("difference in " + configuration, "expected %r, got %r\n%s" % (expected[0], status, err))
    for wait in random.Random(number).sample(range(1, 60), 3):           # of the last one, which has the sanitizers
        status, _, err = execute(program, number, ASYNC_FAIL="main:%d" % wait)
        if status is not None and (status < 0 or "ERROR: " in err or "runtime error" in err):
            raise differ.Failed("cancelled at wait %d" % wait, err)


def check(tools, number, keep):
    folder = os.path.join(keep, str(number))
    return differ.judge(folder, lambda: check_program(tools, number, folder))


def main():
    parser = argparse.ArgumentParser(prog="./dev fuzz statements", description="compares programs of the language's statements with themselves")
    parser.add_argument("build")
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--keep", help="where failures are kept; default: in the build folder")
    arguments = parser.parse_args()
    build_folder = os.path.abspath(arguments.build)
    keep = os.path.abspath(arguments.keep or os.path.join(build_folder, "fuzz", "statements"))
    tools, results = differ.Tools(build_folder), {"passed": 0, "failed": 0, "skipped": 0}
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        numbers = range(arguments.first, arguments.first + arguments.count)
        for number, (kind, detail) in zip(numbers, pool.map(lambda n: check(tools, n, keep), numbers)):
            results[kind] += 1
            if kind == "failed":
                print("program %d: %s; see %s" % (number, detail, os.path.join(keep, str(number))), flush=True)
    print("%(passed)d passed, %(failed)d failed, %(skipped)d skipped" % results)
    return 1 if results["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
