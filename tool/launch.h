// launch.h: asyncc before a compiler's command.
#ifndef LAUNCH_H
#define LAUNCH_H

#include "options.h"

// Translates the C sources of a command that need it and runs the command on the result. Returns its exit status, or 1
// after errors in a source. With may_exec the process becomes the command where that is all there is to do.
int launch(const struct options *options, const struct words *command, bool may_exec);

#endif
