"""differ.py: does a program still do what it did, once it is made async and translated by asyncc?

    differ.py BUILD FILE.c [--seed N]… [--configurations A,B]

Each seed makes the program async in another way; without configurations it also chooses one.

The steps for one program and one seed:

    FILE.c ──clang -E──> plain.c ──compiler──> what it prints, its status                    the reference
                            └──asyncify SEED──> async.c ──asyncc, compiler──> must be the same, in every configuration
                                                   └──-DASYNCIFY_PLAIN, compiler──> the twin

The twin is the same text without asyncc. It is consulted when something differs: where it differs too, the program has
no defined result there and is skipped; so it is where gcc and clang without optimisation do not give what the reference
does. The twin also says which warnings are the text's own.
"""

import argparse
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import zlib

COMPILERS = {"gcc": "gcc", "clang": "clang-19"}
CONFIGURATIONS = ["%s-%s%s%s" % (compiler, level, sanitizer, hard)
                  for compiler in COMPILERS for level in ("O0", "O2") for sanitizer in ("", "-asan")
                  for hard in ("", "-hard")]
WARNINGS = ["-Wall", "-Wextra"]

# A temporary does not tell what a compiler knows of a constant's sign, of a comparison's value or of a literal.
# An await in front of a comma is gone from the output, and the comma, which hides a null in an arm from gcc, with it.
NOT_COMPARED = {"-Wnonnull", "-Wsign-compare", "-Wunevaluated-await", "-Wformat-security", "-Wliteral-conversion"}
SANITIZERS = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer"]
ORIGINAL_SECONDS, PROGRAM_SECONDS, COMPILE_SECONDS = 2, 60, 300


class Failed(Exception):
    """Something is wrong with asyncc. The first argument names the kind, the second shows it."""


class Warned(Failed):
    """All is right but for a warning that the program itself does not cause."""


class Skipped(Exception):
    """The program says nothing about asyncc."""


def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, seconds, **more):
    """Runs a command. Gives (status, stdout, stderr); the status is None when its time was up."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True, preexec_fn=limit, **more)
    try:
        out, err = process.communicate(timeout=seconds)
        return process.returncode, out, err.decode(errors="replace")
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        return None, out, err.decode(errors="replace")


def environment(seed):
    return dict(os.environ, LC_ALL="C.UTF-8", ASYNC_HARD=str(seed), UBSAN_OPTIONS="print_stacktrace=1",
                ASAN_OPTIONS="detect_leaks=1:detect_stack_use_after_return=1")


def flags_of(configuration):
    words = configuration.split("-")
    return ["-g", "-" + words[1]] + WARNINGS + (SANITIZERS if "asan" in words else [])


def warnings_in(text):
    found = re.findall(r"^[^:\n]*:(\d+):\d+: warning: .*\[(-W[^\]]+)\]$", text, re.MULTILINE)
    return {(line, flag) for line, flag in found if flag not in NOT_COMPARED}


def judge(folder, work):
    """Calls `work` for one program. Gives (kind, detail), and leaves the folder behind if something is wrong."""
    os.makedirs(folder, exist_ok=True)
    try:
        work()
    except Skipped as skip:
        shutil.rmtree(folder)
        return "skipped", str(skip)
    except Failed as failure:
        with open(os.path.join(folder, "failure"), "w") as file:
            file.write("%s\n%s\n" % failure.args)
        return "warned" if isinstance(failure, Warned) else "failed", failure.args[0]
    shutil.rmtree(folder)
    return "passed", ""


class Tools:
    def __init__(self, build, includes=()):
        self.asyncc = os.path.join(build, "bin", "asyncc")
        self.asyncify = os.path.join(build, "test-tools", "asyncify")
        self.flavours = os.path.join(build, "flavours")
        self.includes = list(includes)


class Program:
    """One program on its way, in a folder of its own."""

    def __init__(self, tools, source, seed, folder):
        self.tools, self.source, self.seed, self.folder = tools, source, seed, folder
        self.plain, self.text = self.path("plain.c"), self.path("async.c")
        self.expected = None
        self.commands = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def compile(self, command, what):
        self.commands.append(" ".join(command))
        status, _, err = run(command, COMPILE_SECONDS)
        if status != 0:
            raise Failed("%s: %s" % (what, "time out" if status is None else "failed"), " ".join(command) + "\n" + err)
        return err

    def run_program(self, program, seconds):
        status, out, err = run([program], seconds, env=environment(self.seed))
        # In hard mode the runtime names the number when main fails.
        return status, out, re.sub(r"^asyncc: ASYNC_HARD=\d+\n", "", err, flags=re.MULTILINE)

    def prepare(self):
        """Fills plain.c, async.c and what is expected of them."""
        self.compile(["clang-19", "-E", "-P", "-fkeep-system-includes", "-Wno-everything", *self.tools.includes,
                      self.source, "-o", self.plain], "preprocessor")
        self.compile(["gcc", "-w", "-O1", self.plain, "-o", self.path("original"), "-lm"], "original")
        status, out, err = self.run_program(self.path("original"), ORIGINAL_SECONDS)
        if status is None:
            raise Skipped("the original takes too long")
        if status < 0:
            raise Skipped("the original crashes")
        self.expected = status, out, err
        status, out, err = run([self.tools.asyncify, str(self.seed), self.plain], COMPILE_SECONDS)
        if status != 0:
            raise Failed("asyncify", err)
        with open(self.text, "wb") as file:
            file.write(out)

    def twin(self, configuration):
        """Compiles the twin. Gives its program and the compiler's messages."""
        twin = self.path("twin-" + configuration)
        err = self.compile([COMPILERS[configuration.split("-")[0]], *flags_of(configuration), "-DASYNCIFY_PLAIN",
                            self.text, "-o", twin, "-lm"], "twin in " + configuration)
        return twin, err

    def check_twin(self, configuration):
        """Raises Skipped if the program has no defined result in this configuration."""
        twin, _ = self.twin(configuration)
        if self.run_program(twin, PROGRAM_SECONDS) != self.expected:
            raise Skipped("no defined result in " + configuration)
        # Once in some thousand programs the reference itself is the compiler's mistake.
        for compiler in COMPILERS.values():
            plain = self.path("plain-" + os.path.basename(compiler))
            self.compile([compiler, "-w", "-O0", self.plain, "-o", plain, "-lm"], "original without optimisation")
            if self.run_program(plain, PROGRAM_SECONDS) != self.expected:
                raise Skipped("the compilers do not agree on the original")

    def check(self, configuration, with_warnings=False):
        words = configuration.split("-")
        program = self.path(configuration)
        flavour = words[0] + ("-asan" if "asan" in words else "")
        command = [self.tools.asyncc, *(["--hard"] if "hard" in words else []),
                   "--runtime=" + os.path.join(self.tools.flavours, flavour), COMPILERS[words[0]],
                   *flags_of(configuration), self.text, "-o", program, "-lm"]
        messages = self.compile(command, "compiling in " + configuration)
        got = self.run_program(program, PROGRAM_SECONDS)
        if got != self.expected:
            self.check_twin(configuration)
            kind = "time out" if got[0] is None else "crash" if got[0] < 0 else "difference"
            raise Failed("%s in %s" % (kind, configuration),
                         "%s\nexpected: %r\ngot:      %r" % (" ".join(command), self.expected, got))
        if with_warnings and warnings_in(messages):
            _, own = self.twin(configuration)
            new = warnings_in(messages) - warnings_in(own)
            if new:
                shown = [line for line in messages.splitlines()
                         if any(":%s:" % place in line and flag in line for place, flag in new)]
                raise Warned("new warnings in " + configuration, " ".join(command) + "\n" + "\n".join(shown))
        os.remove(program)


def differ(tools, source, seed, configurations, folder, with_warnings=True):
    """Checks one program; raises Failed or Skipped. What it made is left in the folder if it raises Failed."""
    program = Program(tools, source, seed, folder)
    program.prepare()
    for i, configuration in enumerate(configurations):
        program.check(configuration, with_warnings and i == len(configurations) - 1)


def rotated(seed):
    """Another configuration for each seed."""
    return CONFIGURATIONS[seed * 5 % len(CONFIGURATIONS)]


def main():
    parser = argparse.ArgumentParser(description="compares a program with its async form")
    parser.add_argument("build")
    parser.add_argument("source")
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--configurations", default="", help="names such as gcc-O2 or clang-O0-asan-hard; or `all`")
    parser.add_argument("--keep", help="a folder for what was made")
    arguments = parser.parse_args()
    named = [name for name in arguments.configurations.split(",") if name]
    for seed in arguments.seed or [1, 2]:
        turn = seed + zlib.crc32(os.path.basename(arguments.source).encode())
        configurations = CONFIGURATIONS if named == ["all"] else named or [rotated(turn)]
        folder = arguments.keep or tempfile.mkdtemp(prefix="asyncc-differ-")
        os.makedirs(folder, exist_ok=True)
        try:
            differ(Tools(os.path.abspath(arguments.build)), arguments.source, seed, configurations, folder)
        except Failed as failure:
            print("seed %d: %s\n%s" % (seed, failure.args[0], failure.args[1]))
            return 1
        except Skipped as skip:
            print("seed %d: cannot be compared: %s" % (seed, skip))
            return 1
        finally:
            if not arguments.keep:
                shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
