# Takes the code blocks out of a Markdown file: blocks.py FILE DIRECTORY writes the nth block to DIRECTORY/n.LANGUAGE, or
# n.txt where none is named. A block of C that includes nothing gets the headers that the page takes for granted.

import os
import sys

HEADERS = "#include <async.h>\n#include <errno.h>\n#include <stdio.h>\n\n"

file, directory = sys.argv[1:]
os.makedirs(directory, exist_ok=True)
language, lines, count = None, [], 0
for line in open(file, encoding="utf-8"):
    if not line.startswith("```"):
        lines.append(line)
    elif language is None:
        language, lines = line[3:].strip() or "txt", []
    else:
        count += 1
        text = "".join(lines)
        if language == "c" and "#include" not in text:
            text = HEADERS + text
        with open(os.path.join(directory, "%d.%s" % (count, language)), "w", encoding="utf-8") as out:
            out.write(text)
        language = None
