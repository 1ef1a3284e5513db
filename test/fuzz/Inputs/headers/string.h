// What the tests use of <string.h>.
#pragma once
#define NULL ((void *)0)
typedef __SIZE_TYPE__ size_t;
void *memcpy(void *restrict, const void *restrict, size_t), *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t), *memchr(const void *, int, size_t);
int memcmp(const void *, const void *, size_t), strcmp(const char *, const char *), strncmp(const char *, const char *, size_t);
size_t strlen(const char *), strspn(const char *, const char *), strcspn(const char *, const char *);
char *strcpy(char *restrict, const char *restrict), *strncpy(char *restrict, const char *restrict, size_t);
char *strcat(char *restrict, const char *restrict), *strchr(const char *, int), *strrchr(const char *, int);
char *strstr(const char *, const char *), *strdup(const char *), *strerror(int);
