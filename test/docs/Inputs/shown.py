# shown.py PART WHOLE: every line of PART stands in WHOLE, in this order, white space aside. Lines with … are left out.

import sys

part, whole = (["".join(line.split()) for line in open(name, encoding="utf-8")] for name in sys.argv[1:])
at = 0
for line in part:
    if not line or "…" in line:
        continue
    if line not in whole[at:]:
        sys.exit("this line of the page is not there, or not there any more:\n" + line)
    at = whole.index(line, at) + 1
