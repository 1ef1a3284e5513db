// place.c: see place.h.
//
// An installed asyncc works from any prefix because it only knows the way from its own directory to the others:
//
//     PREFIX/bin/asyncc  ── ASYNCC_TO_INCLUDE ("../include") ──►  PREFIX/include
//                        ── ASYNCC_TO_LIB     ("../lib")     ──►  PREFIX/lib
//
// The build tree has the same shape, so there is no second rule for it.
#define _GNU_SOURCE
#include "place.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Cuts the last component off. Returns false at the root.
static bool go_up(char *path)
{
    char *slash = strrchr(path, '/');
    if (!slash)
        return false;
    *slash = 0;
    return true;
}

// `directory` + `way`, where the way may begin with "../"s.
static const char *follow(const char *directory, const char *way)
{
    char *path = strdup(directory);
    while (path && strncmp(way, "../", 3) == 0 && go_up(path))
        way += 3;
    char *joined = nullptr;
    if (!path || asprintf(&joined, "%s/%s", path, way) < 0)
        abort();
    free(path);
    return joined;
}

struct place place_find(void)
{
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0) {
        fputs("asyncc: error: cannot find my own place: /proc is not mounted\n", stderr);
        exit(1);
    }
    self[length] = 0;
    go_up(self);
    return (struct place){.include = follow(self, ASYNCC_TO_INCLUDE), .lib = follow(self, ASYNCC_TO_LIB)};
}
