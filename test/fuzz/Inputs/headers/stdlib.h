// What the tests use of <stdlib.h>.
#pragma once
#define NULL ((void *)0)
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
typedef __SIZE_TYPE__ size_t;
void *malloc(size_t) __attribute__((malloc)), *calloc(size_t, size_t), *realloc(void *, size_t);
void free(void *);
_Noreturn void abort(void), exit(int), _Exit(int);
int atexit(void (*)(void)), atoi(const char *), abs(int), rand(void), setenv(const char *, const char *, int);
long labs(long), strtol(const char *restrict, char **restrict, int);
unsigned long strtoul(const char *restrict, char **restrict, int);
char *getenv(const char *);
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
