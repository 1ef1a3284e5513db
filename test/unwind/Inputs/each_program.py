# The format of the tests in unwind/: each program of run/ with one of the subjects in its name is given to `asyncc test`.

import os

import lit.formats
import lit.Test
import lit.util


class EachProgram(lit.formats.TestFormat):
    def __init__(self, subjects):
        self.subjects = tuple(subjects)

    def programs(self, suite):
        return suite.getSourcePath(("run",))

    def getTestsInDirectory(self, suite, path, lit_config, config):
        for name in sorted(os.listdir(self.programs(suite))):
            if name.endswith(".c") and name.startswith(self.subjects):
                yield lit.Test.Test(suite, path + (name,), config)

    def execute(self, test, lit_config):
        name = test.path_in_suite[-1]
        command = test.config.asyncc_test + ["--alloc", "--main", "--await", "--limit=100", os.path.join(self.programs(test.suite), name), "-lm"]
        out, err, status = lit.util.executeCommand(command, env=test.config.environment, timeout=lit_config.maxIndividualTestTime)
        return (lit.Test.FAIL if status else lit.Test.PASS), " ".join(command) + "\n" + out + err
