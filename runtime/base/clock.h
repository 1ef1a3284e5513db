// base/clock.h: the only clock, and the only place where seconds become nanoseconds.

#ifndef ASYNC_BASE_CLOCK_H
#define ASYNC_BASE_CLOCK_H

#include <stdint.h>

#define ASYNC__NEVER UINT64_MAX    // a time that does not come

uint64_t async__clock_now(void);                          // monotonic, nanoseconds
uint64_t async__nanoseconds(double seconds);              // 0 for what is not positive; ASYNC__NEVER for 292 years and more
uint64_t async__later(uint64_t now, uint64_t duration);   // now + duration, at most ASYNC__NEVER

#endif
