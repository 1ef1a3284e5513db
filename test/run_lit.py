# Runs lit over all configurations in BUILD/test and ends with the one line `N passed, N failed`. Whatever is neither
# passed nor rightly left out (unsupported, expected to fail, excluded by a filter) counts as failed.

import argparse
import json
import os
import subprocess
import sys

FINE = {"PASS", "FLAKYPASS", "XFAIL"}
LEFT_OUT = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def configurations(build):
    root = os.path.join(build, "test")
    found = [os.path.join(root, name) for name in sorted(os.listdir(root))]
    return [path for path in found if os.path.exists(os.path.join(path, "lit.site.cfg.py"))]


def find_lit(build):
    with open(os.path.join(build, "CMakeCache.txt")) as cache:
        for line in cache:
            if line.startswith("LIT:"):
                return line.split("=", 1)[1].strip()
    sys.exit("error: CMake did not find lit")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--seed", default="1")
    parser.add_argument("filters", nargs="*")
    arguments = parser.parse_args()
    build = os.path.abspath(arguments.build)
    result = os.path.join(build, "test", "result.json")
    if os.path.exists(result):
        os.remove(result)

    command = [sys.executable, find_lit(build), "-sv", "--no-progress-bar", "--output", result, "--param", "seed=" + arguments.seed]
    if arguments.filters:
        command += ["--filter", "|".join(arguments.filters)]
    print("hard mode's seed: %s (again with: ./dev test --seed %s)" % (arguments.seed, arguments.seed), flush=True)
    lit = subprocess.run(command + configurations(build))

    if not os.path.exists(result):      # lit itself failed
        print("0 passed, 1 failed")
        return 1
    with open(result) as file:
        codes = [test["code"] for test in json.load(file)["tests"]]
    passed = sum(code in FINE for code in codes)
    failed = sum(code not in FINE | LEFT_OUT for code in codes)
    if lit.returncode != 0 and failed == 0:
        failed = 1
    print("%d passed, %d failed" % (passed, failed))
    return 0 if passed and not failed else 1


sys.exit(main())
