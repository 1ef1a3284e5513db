# `asyncc file.c -o out.c`, then the compiler: what a user does who calls both by hand. Takes the words of %build.
import os
import subprocess
import sys

asyncc, runtime, compiler, *words = sys.argv[1:]
directory = words[words.index("-o") + 1] + ".translated"
os.makedirs(directory, exist_ok=True)

flags, sources = [], []
for word in words:
    (sources if word.endswith(".c") else flags).append(word)
own = [flag for flag in flags if flag.startswith("-Wno-") and any(word in flag for word in ("await", "va-list", "lost-handle", "consumed"))]      # asyncc's, unknown to compilers
flags = [flag for flag in flags if flag not in own]
standard = [] if any(word.startswith("-std=") for word in flags) else ["-std=gnu2x"]
for_preprocessor = [word for word in flags if word[:2] in ("-I", "-D", "-s")]

translations = []
for number, source in enumerate(sources):
    translation = os.path.join(directory, "%d.async.c" % number)
    subprocess.run([asyncc, "--cc=" + compiler] + for_preprocessor + own + [source, "-o", translation], check=True)
    translations.append(translation)
includes = subprocess.run([asyncc, "--cflags"], check=True, capture_output=True, text=True).stdout.split()
http = [os.path.join(runtime, "libasyncc-http.a"), "-lcurl"] if any("<async/http.h>" in open(source).read() for source in sources) else []
status = subprocess.run([compiler] + standard + includes + translations + flags + http +
                        [os.path.join(runtime, "libasyncc.a"), "-lpthread"]).returncode
sys.exit(status)
