# ended-by.py [--ignored] PROGRAM ARGUMENTS…: runs it with SIGINT's default action (or ignored), and says how it has ended.
import signal
import subprocess
import sys

arguments = sys.argv[1:]
action = signal.SIG_DFL
if arguments[0] == "--ignored":
    action = signal.SIG_IGN
    arguments = arguments[1:]

# As subprocess does, a shell in the background may have given us another one.
program = subprocess.Popen(arguments, preexec_fn=lambda: signal.signal(signal.SIGINT, action), restore_signals=True,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
output = program.communicate(timeout=30)[0]
sys.stdout.buffer.write(output)
sys.stdout.flush()
status = program.returncode
print("ended by", signal.Signals(-status).name) if status < 0 else print("ended with", status)
