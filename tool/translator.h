// translator.h: one translation, in a process of its own.
#ifndef TRANSLATOR_H
#define TRANSLATOR_H

#include "driver.h"

// driver_translate(), so that a crash in it ends in a message and DRIVER_FAILED.
enum driver_result translator_run(const struct request *request);

#endif
