# The format of the tests in unwind/: each program of run/ and io/ that begins with one of the subjects is given to `asyncc test`.

import os

import lit.formats
import lit.Test
import lit.util


class EachProgram(lit.formats.TestFormat):
    def __init__(self, subjects):
        self.subjects = subjects            # of each folder

    def programs(self, suite, folder):
        return suite.getSourcePath((folder,))

    def getTestsInDirectory(self, suite, path, lit_config, config):
        for folder, subjects in self.subjects.items():
            for name in sorted(os.listdir(self.programs(suite, folder))):
                if name.endswith(".c") and name.startswith(tuple(subjects)):
                    yield lit.Test.Test(suite, path + (name,), config)

    def find(self, suite, name):
        places = [os.path.join(self.programs(suite, folder), name) for folder in self.subjects]
        return next(place for place in places if os.path.exists(place))

    def execute(self, test, lit_config):
        name = test.path_in_suite[-1]
        command = test.config.asyncc_test + ["--alloc", "--main", "--await", "--limit=100", self.find(test.suite, name), "-lm"]
        out, err, status = lit.util.executeCommand(command, env=test.config.environment, timeout=lit_config.maxIndividualTestTime)
        return (lit.Test.FAIL if status else lit.Test.PASS), " ".join(command) + "\n" + out + err
