# with-server.py postgresql|redis PROGRAM ARGUMENT…: starts the server in a folder of its own, on a Unix socket in it, for as long as
# the program runs. @ in an argument stands for the folder. PostgreSQL does not run as root: then it runs as nobody.

import glob
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def run_postgresql(folder, user):
    programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
    quiet = dict(user=user, cwd=folder, stdout=subprocess.DEVNULL)
    subprocess.run([programs + "/initdb", "-D", "data", "-A", "trust", "-U", "tester", "--no-sync", "--locale=C"], check=True, **quiet)
    return subprocess.Popen([programs + "/postgres", "-D", "data", "-k", folder, "-h", "", "-F"], stderr=subprocess.DEVNULL, **quiet)


def run_redis(folder, user):
    options = {"port": "0", "unixsocket": folder + "/redis", "save": "", "dir": folder}
    words = [word for name, value in options.items() for word in ("--" + name, value)]
    return subprocess.Popen(["redis-server"] + words, user=user, stdout=subprocess.DEVNULL)


def postgresql_is_ready(folder):
    try:
        with open(folder + "/data/postmaster.pid") as file:
            return "ready" in file.read().split()
    except FileNotFoundError:
        return False


def redis_is_ready(folder):
    return os.path.exists(folder + "/redis")


SERVERS = {"postgresql": (run_postgresql, postgresql_is_ready), "redis": (run_redis, redis_is_ready)}


def main():
    start, is_ready = SERVERS[sys.argv[1]]
    user = "nobody" if os.getuid() == 0 else None
    folder = tempfile.mkdtemp(prefix="asyncc-", dir="/tmp")         # short: the name of a Unix socket has at most 107 bytes
    server = None
    try:
        if user:
            shutil.chown(folder, user)
        server = start(folder, user)
        for _ in range(1000):
            if is_ready(folder) or server.poll() is not None:
                break
            time.sleep(0.01)
        return subprocess.run([word.replace("@", folder) for word in sys.argv[2:]]).returncode
    finally:
        if server:
            server.send_signal(signal.SIGINT)
            server.wait()
        shutil.rmtree(folder)


sys.exit(main())
