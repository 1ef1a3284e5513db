// A type that an operand defines is defined once in the output, where the operand is kept.
// RUN: %build %s -o %t && %run %t
#include <async.h>

async int id(int n)
{
    await async_yield();
    return n;
}
async int main(void)
{
    unsigned word = 0x04030201;
    int a = (((union { unsigned all; unsigned char at[8]; })word).at[await id(2)]);
    int b = ((struct { int x; int at[4]; }){ 1, { 1, 2, 3, 4 } }).at[await id(3)];
    return a - 3 + b - 4;
}
