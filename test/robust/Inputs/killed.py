# killed.py ASYNCC DIRECTORY: ends translations after more and more of their time, and lets many run at once.
import os
import signal
import subprocess
import sys
import time

asyncc, directory = sys.argv[1:]
os.chdir(directory)
os.mkdir("tmp")
environment = dict(os.environ, TMPDIR=os.path.join(directory, "tmp"))
STEPS = 30

with open("source.c", "w") as file:
    file.write("#include <async.h>\nasync int step(int x);\n" + "".join(
        "async int f%d(int x)\n{\n    return await step(x) + %d;\n}\n" % (i, i) for i in range(300)))


def start(*arguments):
    def take_default():
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    return subprocess.Popen((asyncc,) + arguments, env=environment, preexec_fn=take_default)


def read(path):
    with open(path) as file:
        return file.read()


translate = ("source.c", "-o", "output.c")
began = time.monotonic()
assert start(*translate).wait() == 0
seconds = time.monotonic() - began
whole = read("output.c")
compile_ = ("gcc", "-c", "source.c", "-o", "object.o")

for number in (signal.SIGTERM, signal.SIGKILL):
    ended = 0
    for step in range(STEPS):
        with open("output.c", "w") as file:
            file.write("old")
        process = start(*translate)
        time.sleep(1.1 * seconds * step / STEPS)
        process.send_signal(number)
        status = process.wait()
        assert status in (0, -number), status
        ended += status != 0
        assert read("output.c") in ("old", whole)
        left = set(os.listdir(".")) - {"source.c", "output.c", "tmp"}
        for name in left:       # nobody was left to remove it
            assert number == signal.SIGKILL and name.startswith("output.c."), name
            os.unlink(name)
    assert ended > STEPS // 4, ended
    print("ended by", number.name)

ended = 0
for step in range(STEPS):
    process = start(*compile_)
    time.sleep(2 * seconds * step / STEPS)
    process.send_signal(signal.SIGTERM)
    ended += process.wait() != 0
    assert os.listdir("tmp") == [], os.listdir("tmp")
assert ended > STEPS // 4, ended
print("launcher ended by SIGTERM")

with open("output.c", "w") as file:
    file.write("old")
processes = [start(*(translate if i % 2 else compile_)) for i in range(8)]
assert [process.wait() for process in processes] == [0] * 8
assert read("output.c") == whole
assert set(os.listdir(".")) == {"source.c", "output.c", "object.o", "tmp"}
assert os.listdir("tmp") == []
print("eight at once")
