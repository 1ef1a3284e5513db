// warnings.h: the names of asyncc's own warnings, as they stand after -W, -Wno-, -Werror=.
#ifndef MODEL_WARNINGS_H
#define MODEL_WARNINGS_H

// True for an option such as `-Wno-never-awaited`. Compilers do not know it, and gcc stops at an unknown one.
bool warnings_is_own_option(const char *option);

// Of -Wframe-size=N, the last one; -1: none.
long long warnings_frame_size(const char *const *flags);

// Given only where it is asked for.
bool warnings_is_off(const char *name);
// By -Wall too. That name is one of the compilers', which see functions that all use each other.
bool warnings_is_common(const char *name);
// By -Wextra too. That name is one of the compilers', which have nothing left to warn of.
bool warnings_is_extra(const char *name);

#endif
