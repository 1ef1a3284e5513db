# How the tests are run. lit reads this once for each configuration that test/CMakeLists.txt makes:
#
#     tool                  all folders but the next ones: what does not depend on how programs are compiled
#     gcc-O0 … clang-O2     run/ (async programs) and runtime/ (plain C on the runtime), once per configuration;
#                           gcc-O2 and clang-O2-asan: soak/, which takes seconds
#                           gcc-O2 and clang-O0-asan: pairs/ (beside the same program in Python) as well
#     …-asan                the same under ASan and UBSan, with a runtime built so; gcc-O0-asan: unwind/ as well
#     …-tsan                runtime/ and io/ under ThreadSanitizer
#     …-by-hand             run/ translated to a file to be read, which is then compiled
#     …-hard                run/ in hard mode: every await suspends, dead slots are poisoned, ready tasks are shuffled
#     …-poll, …-io_uring    io/ (descriptors, threads, signals) and http/ on the backend of that name; all the others have them as
#                           well, on epoll
#     …-faults              io/ with system calls that are interrupted and fall short, which must not change what is printed;
#                           faults/, where they fail
#
# An async program is tested so, and the line is the same in every configuration:
#
#     // What holds.
#     // RUN: %build %s -o %t && %run %t | FileCheck %s
#
# Substitutions, in all folders:
#     %build      asyncc and the configuration's compiler with its flags, -Wall -Wextra -Werror, and the runtime to link
#     %run        before a program that is run           %many-faults  in faults/: the same, but system calls fail
#     %run-whole  the same, where how much comes at once is what the test is about
#     %asyncc     the tool, with no options              %asyncc-cc   %build without the runtime's place: for -c
#     %cc         the plain compiler, same flags, with the include directories of the runtime and its inside
#     %libs       what follows the sources in a %cc that links
#     %differ     is a program the same when it is made async? differential/differ.py; %csmith: the same for Csmith's
#     %statements random programs of the language's statements, compiled in several ways: differential/statements.py
#     %nginx      before a folder and a program, which runs while an nginx serves: http/Inputs/with_nginx.py
#     %counts     before rows of the benchmark: do they take more instructions than their limits?
#     %python     before a Python program: it runs on a clock that jumps to the next timer, as ASYNC_CLOCK=virtual does
#     %with-server  postgresql or redis, and a program: starts the server for as long as the program runs
#     %examples   the folder examples/                   %source %binary   the two trees
#     %cmake      CMake
# Features: gcc or clang, O0 or O2, asan, tsan, plain (no sanitizer), hard; for REQUIRES: and UNSUPPORTED:.

import ctypes
import os
import platform
import subprocess
import sys

import lit.formats
import lit.util

source, build = config.asyncc_source, config.asyncc_build
words = config.asyncc_configuration.split("-")
matrix = words != ["tool"]
folders_of_matrix = ["run", "runtime", "unwind", "pairs", "io", "http", "faults", "soak"]
backends = [word for word in words if word in ("poll", "io_uring")]

config.name = config.asyncc_configuration
config.test_format = lit.formats.ShTest(execute_external=False)
lit_config.maxIndividualTestTime = 60
config.suffixes = [".c", ".test"]
config.test_source_root = os.path.join(source, "test")
config.test_exec_root = os.path.join(build, "test", config.name)
config.excludes = ["Inputs", "CMakeLists.txt", "asyncify"]
for folder in os.listdir(config.test_source_root):
    if (folder in folders_of_matrix) != matrix:
        config.excludes.append(folder)
if backends:
    config.excludes += [folder for folder in folders_of_matrix if folder not in ("io", "http")]
if "faults" in words:
    config.excludes += [folder for folder in folders_of_matrix if folder not in ("io", "faults")]
else:
    config.excludes.append("faults")
if "tsan" in words:
    config.excludes += ["run", "http"]      # one thread; and libcurl's threads, of which it knows nothing
if "hard" in words or "hand" in words:
    config.excludes.append("runtime")       # it is the translated program that is hard
if config.name != "gcc-O0-asan":
    config.excludes.append("unwind")        # hundreds of runs of each program: once is enough
if config.name not in ("gcc-O2", "clang-O2-asan"):
    config.excludes.append("soak")          # they take seconds: once for the memory, once for what is lost
if config.name not in ("gcc-O2", "clang-O0-asan"):
    config.excludes.append("pairs")         # the order of events does not hang on the compiler, and Python starts slowly

# The compiler and its flags.
compiler = config.asyncc_compilers["gcc" if "gcc" in words else "clang"]
flags = ["-g", "-Wall", "-Wextra", "-Werror"]
flags += ["-" + word for word in words if word in ("O0", "O1", "O2")]
if "asan" in words:
    flags += ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer"]
if "tsan" in words:
    flags += ["-fsanitize=thread", "-fno-omit-frame-pointer"]
flavour = "-".join(["gcc" if "gcc" in words else "clang"] + [word for word in words if word in ("asan", "tsan", "faults")])
runtime = os.path.join(build, "flavours", flavour)

asyncc = os.path.join(config.asyncc_bin, "asyncc")
asyncc_cc = [asyncc] + (["--hard"] if "hard" in words else []) + [compiler] + flags
asyncc_build = [asyncc] + (["--hard"] if "hard" in words else []) + ["--runtime=" + runtime, compiler] + flags
if "hand" in words:
    script = os.path.join(config.test_source_root, "Inputs", "by-hand.py")
    asyncc_build = ["/usr/bin/python3", script, asyncc, runtime, compiler] + flags
config.asyncc_test = [asyncc, "--runtime=" + runtime, "--cc=" + compiler, "test"] + flags
plain_cc = [compiler, "-std=gnu2x"] + flags + ["-I" + os.path.join(source, "include"), "-I" + os.path.join(source, "runtime")]
libs = [os.path.join(runtime, "libasyncc.a"), "-lpthread"]

# What programs with the headers of large libraries are compiled and linked with.
libraries = subprocess.run(["pkg-config", "--cflags", "--libs", "glib-2.0", "libuv", "libcurl", "liburing"], capture_output=True, text=True)

# Runs a program with several seeds, on all backends in turn. %many-faults: failing system calls are expected by the program.
with_faults = "/usr/bin/python3 " + os.path.join(config.test_source_root, "faults", "Inputs", "with-faults.py")
harmless = with_faults + " harmless 6" if "faults" in words else ""

config.substitutions += [
    ("%with-libraries", libraries.stdout.strip() if libraries.returncode == 0 else "no-libraries-to-test-with"),
    ("%build", " ".join(asyncc_build)),
    ("%run-whole", harmless.replace("harmless", "interrupted,again")),
    ("%run", harmless),
    ("%many-faults", with_faults + " harmful/15 20"),
    ("%asyncc-cc", " ".join(asyncc_cc)),
    ("%asyncc", asyncc),
    ("%cc", " ".join(plain_cc)),
    ("%libs", " ".join(libs)),
    ("%differ", " ".join([sys.executable, os.path.join(source, "test", "differential", "differ.py"), build])),
    ("%statements", " ".join([sys.executable, os.path.join(source, "test", "differential", "statements.py"), build])),
    ("%csmith", " ".join([sys.executable, os.path.join(source, "test", "differential", "csmith.py"), build])),
    ("%python", '"' + sys.executable + '" -W ignore ' + os.path.join(source, "test", "Inputs", "virtual.py")),
    ("%counts", " ".join(["/usr/bin/python3", "-B", os.path.join(source, "bench", "run"), "--counts", build])),
    ("%nginx", "/usr/bin/python3 -B " + os.path.join(source, "test", "http", "Inputs", "with_nginx.py")),
    ("%with-server", "/usr/bin/python3 " + os.path.join(config.test_source_root, "examples", "Inputs", "with-server.py")),
    ("%examples", os.path.join(source, "examples")),
    ("%source", source),
    ("%binary", build),
    ("%cmake", config.asyncc_cmake),
]

config.available_features.update(words)
if not {"asan", "tsan"} & set(words):
    config.available_features.add("plain")
config.available_features.add(platform.machine())
if lit.util.which("nginx", os.environ["PATH"] + ":/usr/sbin") and os.path.exists(os.path.join(runtime, "libasyncc-http.a")):
    config.available_features.add("nginx")
for program in ("ccache", "valgrind", "gdb", "make", "ninja", "pkg-config", "csmith", "redis-server", "curl"):
    if lit.util.which(program):
        config.available_features.add(program)

if os.path.isdir("/usr/lib/postgresql"):
    config.available_features.add("postgresql")

# The environment: the tools' path, a fixed locale, and what makes sanitizers strict.
path = [config.test_tools, config.asyncc_bin, config.environment.get("PATH", os.environ["PATH"])]
config.environment.update({
    "PATH": os.pathsep.join(path),
    "LC_ALL": "C.UTF-8",
    "HOME": config.test_exec_root,
    "ASAN_OPTIONS": "detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1",
    "UBSAN_OPTIONS": "print_stacktrace=1",
    "TSAN_OPTIONS": "halt_on_error=1:second_deadlock_stack=1",
})
# Where the system does not allow io_uring a loop has another backend, which is tested already.
def io_uring_is_there():
    setup, parameters = 425, ctypes.create_string_buffer(120)
    fd = ctypes.CDLL(None, use_errno=True).syscall(setup, 1, parameters)
    if fd >= 0:
        os.close(fd)
    return fd >= 0 and os.path.exists(os.path.join(build, "lib", "libasyncc-io_uring.so"))


if io_uring_is_there():
    config.available_features.add("with-io_uring")
elif "io_uring" in words:
    config.unsupported = True
if backends:
    config.environment["ASYNC_BACKEND"] = backends[0]
    config.environment["LD_LIBRARY_PATH"] = os.path.join(build, "lib")      # of the backends that are loaded
if "hard" in words:
    config.environment["ASYNC_HARD"] = str(lit_config.params.get("seed", "1"))
