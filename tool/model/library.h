// library.h: the functions of the C library that compilers know.
#ifndef MODEL_LIBRARY_H
#define MODEL_LIBRARY_H

// gcc warns where a function of that name is declared with another type than the library's.
bool is_library_name(const char *name);

#endif
