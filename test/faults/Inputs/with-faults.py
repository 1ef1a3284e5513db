# with-faults.py KINDS COUNT PROGRAM ARGUMENT…: runs a program COUNT times with system calls that fail as ASYNC_FAULTS says: faults.c.
# The kinds are those of faults.c, perhaps with a rate: harmful/50.
#
# harmless kinds: every run prints the same and ends with the same status; that is printed, once, and is the status.
# others: every run ends with status 0, or with 1 and one line about its loop, for which there was nothing.

import os
import subprocess
import sys

BACKENDS = ["epoll", "poll"]
NO_LOOP = b"the loop"


def run(program, kinds, rate, number):
    backend = os.environ.get("ASYNC_BACKEND") or BACKENDS[number % len(BACKENDS)]
    setting = {"ASYNC_FAULTS": "%s:%d%s" % (kinds, number, rate and ":" + rate), "ASYNC_BACKEND": backend}
    repeat = " ".join("%s=%s" % item for item in setting.items()) + " " + " ".join(program)
    try:
        done = subprocess.run(program, env=dict(os.environ, **setting), capture_output=True, timeout=20)
    except subprocess.TimeoutExpired as expired:
        sys.exit("it hangs: %s\n%s" % (repeat, (expired.stdout or b"").decode(errors="replace")))
    return done, repeat


def show(done, repeat, why):
    sys.stdout.buffer.write(done.stdout)
    sys.stderr.buffer.write(done.stderr)
    sys.exit("%s (status %d): %s" % (why, done.returncode, repeat))


def main():
    kinds, _, rate = sys.argv[1].partition("/")
    first = None
    for number in range(1, int(sys.argv[2]) + 1):
        done, repeat = run(sys.argv[3:], kinds, rate, number)
        if kinds in ("harmful", "want", "broken"):
            is_fine = done.returncode == 0 or done.returncode == 1 and NO_LOOP in done.stderr and done.stderr.count(b"\n") == 1
            if not is_fine:
                show(done, repeat, "it does not end well")
            continue
        if first is None:
            first = done
        if done.returncode < 0 or (done.stdout, done.returncode) != (first.stdout, first.returncode):
            sys.stdout.buffer.write(first.stdout)
            show(done, repeat, "it is different from the first time")
    if first is not None:
        sys.stdout.buffer.write(first.stdout)
        sys.stderr.buffer.write(first.stderr)
        return first.returncode
    return 0


sys.exit(main())
