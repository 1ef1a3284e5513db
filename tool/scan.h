// scan.h: may this C source use async words at all? Asked by the launcher for every file of an ordinary project, so it
// must cost next to nothing: no preprocessor runs.
#ifndef SCAN_H
#define SCAN_H

#include "command.h"

enum scan_result {
    SCAN_NOTHING,     // no: neither the file nor any header that it includes
    SCAN_PERHAPS,     // an include cannot be followed: the preprocessor must tell
    SCAN_LANGUAGE,    // <async.h> is included, or a reserved spelling is used
};

enum scan_result scan_file(const char *path, const struct command *command);

#endif
