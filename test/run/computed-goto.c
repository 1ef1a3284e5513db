// A computed goto jumps over awaits; its operand may await.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int interpret(const char *code)
{
    static const void *const ops[] = { &&add, &&twice, &&end };
    int acc = 1;
    goto *ops[await give(*code++ - '0')];
add:
    acc += await give(10);
    goto *ops[*code++ - '0'];
twice:
    acc *= await give(2);
    goto *ops[*code++ - '0'];
end:
    return await give(acc);
}

async int main(void)
{
    printf("%d %d %d\n", await interpret("2"), await interpret("012"), await interpret("1100112"));
}
// CHECK: {{^}}1 22 96
