// Prototypes of async functions stand in ordinary headers. This one is read by both sorts of file: where <async.h> is
// included async_fn(int) means `async int`; in plain C, where <async/plain.h> is, the call gives a `future(int)`.
#ifndef KITCHEN_H
#define KITCHEN_H

async_fn(int) boil_eggs(int count);         // gives how many are good
async_fn(void) toast(const char *bread, int seconds);

#endif
