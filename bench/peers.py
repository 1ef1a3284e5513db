"""Who takes part: for each one the folder of its sources in a row's folder, what it needs, and how a program of it is built.

A `build` gets the folder of sources and a folder to work in, and gives the command to run. Two that share a folder run the
same source.
"""

import glob
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Callable

here = os.path.dirname(os.path.abspath(__file__))
COMPILERS = ["gcc", "clang-19"]
CXX = {"gcc": "g++", "clang-19": "clang++-19"}


@dataclass
class Competitor:
    name: str
    folder: str
    build: Callable
    needs: list                 # programs and files; it is missing where one of them is
    version: list               # the command that tells it; its first number counts
    compiler: str = ""          # of ours, of plain C and of C++20

    def missing(self):
        return next((need for need in self.needs if not shutil.which(need) and not glob.glob(need)), None)

    @property
    def is_peer(self):
        return self.folder not in ("ours", "plain")


class Broken(Exception):
    """A program that cannot be built or does not run to its end."""


def make(command, **further):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **further)
    if done.returncode != 0:
        raise Broken("%s failed:\n%s" % (" ".join(command), done.stdout))


def sources_of(folder, ending):
    return sorted(glob.glob(os.path.join(folder, "*" + ending)))


def is_fresh(program, sources):
    """Peers' compilers take seconds, and their sources seldom change."""
    row = os.path.dirname(os.path.dirname(sources[0]))
    files = [*sources, *glob.glob(os.path.join(row, "*.h")), *glob.glob(os.path.join(here, "peers", "*")), __file__]
    return os.path.exists(program) and os.path.getmtime(program) > max(map(os.path.getmtime, files))


def compiled(ending, command):
    """A build by one command, from the sources and the program's name."""
    def build(folder, directory):
        program, sources = os.path.join(directory, "program"), sources_of(folder, ending)
        if not is_fresh(program, sources):
            make(command(sources, program))
        return [program]
    return build


def ours(asyncc, compiler):
    def build(folder, directory):
        program = os.path.join(directory, "program")
        make([asyncc, compiler, "-O2", *sources_of(folder, ".c"), "-o", program])
        return [program]
    return Competitor("asyncc, " + compiler, "ours", build, [compiler], [compiler, "--version"], compiler)


def plain(compiler):
    def build(folder, directory):
        program = os.path.join(directory, "program")
        make([compiler, "-O2", *sources_of(folder, ".c"), "-o", program])
        return [program]
    return Competitor("plain C, " + compiler, "plain", build, [compiler], [compiler, "--version"], compiler)


def cxx20(compiler):
    build = compiled(".cpp", lambda sources, program: [
        compiler, "-std=c++20", "-O2", "-I" + os.path.join(here, "peers"), *sources, "-o", program])
    return Competitor("C++20, " + compiler, "cxx20", build, [compiler], [compiler, "--version"], compiler)


CARGO = """[package]
name = "%s"
version = "0.0.0"
edition = "2021"

[[bin]]
name = "program"
path = "%s"

[dependencies]
tokio = { version = "1", features = ["rt", "time", "macros", "net", "io-util"] }
"""
CRATES = "/usr/share/cargo/registry"


def rust(folder, directory):
    """Cargo wants a folder of its own for each program; tokio is compiled once for all of them, from Debian's sources."""
    name = os.path.basename(os.path.dirname(folder))
    main = os.path.join(folder, "main.rs")
    program = os.path.join(directory, "program")
    if is_fresh(program, [main]):
        return [program]
    with open(os.path.join(directory, "Cargo.toml"), "w") as file:
        file.write(CARGO % (name, main))
    target = os.path.join(directory, os.pardir, os.pardir, "cargo")
    make(["/usr/bin/cargo", "build", "--release", "--offline", "--config", 'source.crates-io.replace-with="debian"',
          "--config", 'source.debian.directory="%s"' % CRATES],
         cwd=directory, env={**os.environ, "RUSTC": "/usr/bin/rustc", "CARGO_TARGET_DIR": target})
    shutil.copy(os.path.join(target, "release", "program"), program)
    return [program]


def tokio(name, folder, version):
    return Competitor(name, folder, rust, ["/usr/bin/cargo", "/usr/bin/rustc", CRATES + "/tokio-1.*"], version)


def go(folder, directory):
    program, sources = os.path.join(directory, "program"), sources_of(folder, ".go")
    if not is_fresh(program, sources):
        cache = os.path.join(directory, os.pardir, os.pardir, "go")
        make(["/usr/bin/go", "build", "-o", program, *sources], env={**os.environ, "GOCACHE": cache, "GO111MODULE": "off"})
    return ["env", "GOMAXPROCS=1", program]


def nim(folder, directory):
    program, sources = os.path.join(directory, "program"), sources_of(folder, ".nim")
    if not is_fresh(program, sources):
        make(["nim", "c", "-d:release", "--hints:off", "--nimcache:" + directory, "-o:" + program,
              os.path.join(folder, "main.nim")])
    return [program]


PYTHON = "/usr/bin/python3"
WITH_UVLOOP = """import os, runpy, sys, uvloop
uvloop.install()
del sys.argv[0]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
runpy.run_path(sys.argv[0], run_name='__main__')"""


def asyncio(folder, directory):
    return [PYTHON, "-B", os.path.join(folder, "main.py")]


def uvloop(folder, directory):
    return [PYTHON, "-B", "-c", WITH_UVLOOP, os.path.join(folder, "main.py")]


PEERS = [
    cxx20("clang++-19"),
    cxx20("g++"),
    tokio("Rust, tokio", "rust", ["sh", "-c", "ls -d %s/tokio-1.*" % CRATES]),
    tokio("Rust, one type", "rust-nested", ["/usr/bin/rustc", "--version"]),
    Competitor("Go", "go", go, ["/usr/bin/go"], ["/usr/bin/go", "version"]),
    Competitor("libuv", "libuv", compiled(".c", lambda sources, program: ["gcc", "-O2", *sources, "-luv", "-o", program]),
               ["gcc", "/usr/include/uv.h"], ["pkg-config", "--modversion", "libuv"]),
    Competitor("Boost.Asio", "asio",
               compiled(".cpp", lambda sources, program: ["g++", "-std=c++20", "-O2", *sources, "-pthread", "-o", program]),
               ["g++", "/usr/include/boost/asio/awaitable.hpp"], ["sed", "-n", "s/.*BOOST_LIB_VERSION \"//p",
                                                                  "/usr/include/boost/version.hpp"]),
    Competitor("Vala", "vala",
               compiled(".vala", lambda sources, program: ["valac", "--pkg", "gio-2.0", "-X", "-O2", "-X", "-w", *sources,
                                                           "-o", program]),
               ["valac", "/usr/include/glib-2.0/gio/gio.h"], ["valac", "--version"]),
    Competitor("Nim", "nim", nim, ["nim"], ["nim", "--version"]),
    Competitor("Python, asyncio", "python", asyncio, [PYTHON], [PYTHON, "--version"]),
    Competitor("Python, uvloop", "python", uvloop, [PYTHON, "/usr/lib/python3/dist-packages/uvloop"],
               [PYTHON, "-c", "import uvloop; print(uvloop.__version__)"]),
]


def everybody(asyncc):
    return [*(ours(asyncc, compiler) for compiler in COMPILERS), *(plain(compiler) for compiler in COMPILERS), *PEERS]
