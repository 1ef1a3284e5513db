// What the tests use of <stdio.h>: a tenth of the text, in which nothing is mutated.
#pragma once
#define EOF (-1)
#define NULL ((void *)0)
typedef __SIZE_TYPE__ size_t;
typedef struct async_fuzz_file FILE;
extern FILE *stdin, *stdout, *stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr
enum { _IOFBF, _IOLBF, _IONBF, BUFSIZ = 8192 };
int printf(const char *restrict, ...) __attribute__((format(printf, 1, 2)));
int fprintf(FILE *restrict, const char *restrict, ...) __attribute__((format(printf, 2, 3)));
int sprintf(char *restrict, const char *restrict, ...) __attribute__((format(printf, 2, 3)));
int snprintf(char *restrict, size_t, const char *restrict, ...) __attribute__((format(printf, 3, 4)));
int vsnprintf(char *restrict, size_t, const char *restrict, __builtin_va_list);
int vprintf(const char *restrict, __builtin_va_list);
int puts(const char *), putchar(int), fputs(const char *restrict, FILE *restrict), fputc(int, FILE *), putc(int, FILE *), getchar(void);
int fflush(FILE *), fclose(FILE *), setvbuf(FILE *restrict, char *restrict, int, size_t);
FILE *fopen(const char *restrict, const char *restrict);
char *fgets(char *restrict, int, FILE *restrict);
void perror(const char *);
