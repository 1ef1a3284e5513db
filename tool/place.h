// place.h: where this asyncc is, and with it the headers and the libraries that it was installed with.
#ifndef PLACE_H
#define PLACE_H

struct place {
    const char *include;    // the directory of <async.h>
    const char *lib;        // the directory of libasyncc.a and libasyncc.so
};

// Absolute paths, found from the executable. They live as long as the process.
struct place place_find(void);

#endif
