# strange-names.py ASYNCC SOURCE DIRECTORY: every job of asyncc with the source under names that a shell would trip over.
import os
import shutil
import subprocess
import sys

asyncc, source, directory = sys.argv[1:]
os.chdir(directory)
names = ["two words", "it's", 'say "hi"', "$(touch hacked)", "`touch hacked`", "a;b&c|d", "new\nline", "back\\slash", "-dash"]


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit("%r: status %d" % (command, done.returncode))
    return done.stdout


include = run(asyncc, "--print-include-dir").rstrip("\n")
for name in names:
    folder = "./" + name + " dir"
    os.mkdir(folder)
    path = os.path.join(folder, name + ".c")
    shutil.copy(source, path)
    for compiler in ("gcc", "clang-19"):
        program = os.path.join(folder, name + ".out")
        run(asyncc, compiler, "-Wall", "-Werror", "-g", path, "-o", program)
        assert run(os.path.abspath(program)) == "hello 42\n"
    assert run(asyncc, "run", path) == "hello 42\n"
    run(asyncc, path)
    assert os.path.exists(path[:-2] + ".async.c")
    for compiler in ("gcc", "clang-19"):
        run(compiler, "-std=gnu2x", "-Wall", "-Werror", "-fsyntax-only", "-isystem", include, path[:-2] + ".async.c")
    # In the working directory itself, where a name may begin with a dash.
    os.chdir(folder)
    run(asyncc, "-o", "out.c", "--", name + ".c")
    run(asyncc, "gcc", "-c", "./" + name + ".c", "-o", "x.o")
    os.chdir("..")

assert not os.path.exists("hacked")
print(len(names), "names")
