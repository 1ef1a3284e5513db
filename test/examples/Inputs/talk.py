"""talk.py PROGRAM ARGUMENT…: runs a server that says at which port it listens, and talks with it as standard input says.

Each line of that is `N: text` (connection N, made when it is first named, sends the text and a line's end), `N< text` (connection N
reads a line, which must be that), `N.` (it ends) or `N<.` (the server has ended it). At the end the server gets SIGINT, and must end by it.
"""

import atexit
import re
import signal
import socket
import subprocess
import sys

signal.signal(signal.SIGINT, signal.default_int_handler)      # which test drivers ignore, and what is ignored stays so in a child
server = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
atexit.register(server.kill)
port = int(re.search(r"port (\d+)", server.stdout.readline()).group(1))
connections = {}


def connection(name):
    if name not in connections:
        s = socket.create_connection(("127.0.0.1", port), timeout=10)
        connections[name] = s, s.makefile("r", newline="\n")
    return connections[name]


def expect(what, found):
    if found != what:
        print("expected %r, got %r" % (what, found))
        sys.exit(1)


for line in sys.stdin:
    name, action, text = re.match(r"(\w+)(:|<\.|<|\.) ?(.*)", line).groups()
    s, reader = connection(name)
    if action == ":":
        s.sendall(text.encode() + b"\n")
    elif action == "<":
        expect(text + "\n", reader.readline())
    elif action == "<.":
        expect("", reader.readline())
    else:
        reader.close()
        s.close()
        del connections[name]

server.send_signal(signal.SIGINT)
expect(-signal.SIGINT, server.wait(timeout=10))
for name in connections:
    expect("", connection(name)[1].readline())
