// warnings.c: see warnings.h.
#include "model/warnings.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {
    "never-awaited", "lost-handle", "blocking-call", "await-with-mutex", "address-of-local", "consumed-twice",
    "unchecked-group", "frame-size", "async-without-await", "unevaluated-await", "va-list-parameter",
};

bool warnings_is_off(const char *name)
{
    return strcmp(name, "async-without-await") == 0 || strcmp(name, "frame-size") == 0 || warnings_is_extra(name) || warnings_is_common(name);
}

bool warnings_is_common(const char *name)
{
    return strcmp(name, "unused-function") == 0;
}

bool warnings_is_extra(const char *name)
{
    return strcmp(name, "ignored-qualifiers") == 0 || strcmp(name, "unused-parameter") == 0;
}

// What follows -W, -Wno-, -Werror= or -Wno-error= in the option; null for another option.
static const char *find_name(const char *option)
{
    static const char *const prefixes[] = {"-Werror=", "-Wno-error=", "-Wno-", "-W"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (strncmp(option, prefixes[i], strlen(prefixes[i])) == 0)
            return option + strlen(prefixes[i]);
    return nullptr;
}

long long warnings_frame_size(const char *const *flags)
{
    long long limit = -1;
    for (; flags && *flags; flags++) {
        if (strcmp(*flags, "-Wno-frame-size") == 0)
            limit = -1;
        if (strncmp(*flags, "-Wframe-size=", 13) == 0)
            limit = strtoll(*flags + 13, nullptr, 10);
    }
    return limit;
}

bool warnings_is_own_option(const char *option)
{
    const char *name = find_name(option);
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0 || (strcmp(names[i], "frame-size") == 0 && strncmp(name, "frame-size=", 11) == 0))
            return true;
    return false;
}
