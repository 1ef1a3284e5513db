// An interpreter that jumps through a table of labels.
// RUN: %differ %s
#include <stdio.h>

enum { PUSH, ADD, MUL, DUP, JUMP_IF, DROP, PRINT, HALT };

static int lines;

static void print(long x)
{
    lines++;
    printf("%ld\n", x);
}

static long add(long a, long b) { return a + b; }

static long run(const signed char *code, int limit)
{
    static void *const table[] = {&&push, &&add_, &&mul, &&dup, &&jump_if, &&drop, &&print_, &&halt};
    long stack[16], *top = stack;
    int steps = 0;
#define NEXT goto *(++steps > limit ? &&stop : table[*code++])
    NEXT;
push:
    *top++ = *code++;
    NEXT;
add_:
    top--;
    top[-1] = add(top[-1], *top);
    NEXT;
mul:
    --top;
    top[-1] *= *top;
    NEXT;
dup:
    *top = top[-1];
    top++;
    NEXT;
jump_if:
    code += *--top ? *code : 1;
    NEXT;
drop:
    top--;
    NEXT;
print_:
    print(top[-1]);
    NEXT;
halt:
    return top[-1];
stop:
    return -1;
}

int main(void)
{
    static const signed char program[] = {PUSH, 10, PRINT, PUSH, -3, ADD, DUP, PUSH, 2, ADD, DUP, MUL, PUSH, -1, ADD, JUMP_IF, -14, HALT};
    static const signed char endless[] = {PUSH, 1, DUP, JUMP_IF, -2};
    printf("%ld\n", run(program, 200));
    printf("%ld %d\n", run(endless, 50), lines);
}
