# signals.py ASYNCC SOURCE DIRECTORY: what a signal to asyncc leaves behind.
import os
import signal
import subprocess
import sys
import time

asyncc, source, directory = sys.argv[1:]
os.chdir(directory)
os.mkdir("tmp")
environment = dict(os.environ, TMPDIR=os.path.join(directory, "tmp"))

# A compiler that preprocesses, and then hangs with a child of its own.
with open("slow-gcc", "w") as script:
    script.write('#!/bin/sh\ncase "$*" in *-E*) exec gcc "$@" ;; esac\n'
                 'sleep 50 &\necho $! > sleeping.new && mv sleeping.new sleeping\nwait\n')
os.chmod("slow-gcc", 0o755)


# We may have been started with SIGINT ignored, as background jobs of a script are; asyncc would keep that.
def start(*arguments, **options):
    def take_default():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    return subprocess.Popen((asyncc,) + arguments, env=environment, preexec_fn=take_default, **options)


def wait_until(condition):
    deadline = time.monotonic() + 30
    while not condition():
        if time.monotonic() > deadline:
            sys.exit("waited in vain")
        time.sleep(0.01)


def is_running(pid):
    try:
        with open("/proc/%d/stat" % pid) as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


for number in (signal.SIGINT, signal.SIGTERM):
    process = start("./slow-gcc", "-c", source, "-o", "x.o")
    wait_until(lambda: os.path.exists("sleeping"))
    with open("sleeping") as file:
        sleeping = int(file.read())
    assert len(os.listdir("tmp")) == 1
    process.send_signal(number)
    assert process.wait(30) == -number, process.returncode
    wait_until(lambda: not is_running(sleeping))
    assert os.listdir("tmp") == []
    os.remove("sleeping")
    print("compiler ended by", number.name)

# A preprocessor that hangs: the translator waits for it.
with open("slow-cpp", "w") as script:
    script.write('#!/bin/sh\nsleep 50 &\necho $! $PPID > sleeping.new && mv sleeping.new sleeping\nwait\n')
os.chmod("slow-cpp", 0o755)
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
    process = start("--cc=./slow-cpp", source, "-o", "x.c")
    wait_until(lambda: os.path.exists("sleeping"))
    with open("sleeping") as file:
        sleeping, translator = map(int, file.read().split())
    assert translator != process.pid
    process.send_signal(number)
    assert process.wait(30) == -number, process.returncode
    wait_until(lambda: not is_running(translator))
    if number == signal.SIGKILL:        # nobody was left to do it
        os.kill(sleeping, number)
    wait_until(lambda: not is_running(sleeping))
    assert not os.path.exists("x.c")
    os.remove("sleeping")
    print("translator ended by", number.name)

# What is read no further, as by head, ends it in silence.
reader, writer = os.pipe()
os.close(reader)
process = start(source, "-o", "-", stdout=writer, stderr=subprocess.PIPE)
assert process.stderr.read() == b"" and process.wait(30) == -signal.SIGPIPE, process.returncode

with open("waits.c", "w") as file:
    file.write("#include <stdio.h>\n#include <unistd.h>\nint main(void) { puts(\"ready\"); fflush(stdout); pause(); }\n")
process = start("run", "waits.c", stdout=subprocess.PIPE)
assert process.stdout.readline() == b"ready\n"
process.send_signal(signal.SIGTERM)
assert process.wait(30) == 128 + signal.SIGTERM, process.returncode
assert os.listdir("tmp") == []
print("program got SIGTERM")
