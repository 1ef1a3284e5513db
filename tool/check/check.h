// check.h: the rules of the language that the types of the view do not enforce.
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "model/tree.h"

void check_unit(struct unit *unit);      // reports errors and warnings
void check_jumps(struct unit *unit, struct function *fn);

#endif
