// Duff's device: case labels inside a loop inside the switch, with awaits between them.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stdio.h>

async int give(int x) { await async_yield(); return x; }

async int copy(char *to, const char *from, int count)
{
    int n = (count + 3) / 4, rounds = 0;
    switch (count % 4) {
    case 0:
        do {
            rounds++;
            *to++ = *from++;
            [[fallthrough]];
    case 3:
            *to++ = (char)await give(*from++);
            [[fallthrough]];
    case 2:
            *to++ = *from++;
            [[fallthrough]];
    case 1:
            *to++ = (char)await give(*from++);
        } while (await give(--n) > 0);
    }
    *to = 0;
    return rounds;
}

async int main(void)
{
    char b[40];
    for (int i = 1; i < 10; i += 2) {
        int r = await copy(b, "abcdefghijklm", i);
        printf("%s %d\n", b, r);
    }
    int r = await copy(b, "abcdefghijklm", 8);
    printf("%s %d\n", b, r);
}
// CHECK: {{^}}a 0
// CHECK-NEXT: {{^}}abc 0
// CHECK-NEXT: {{^}}abcde 1
// CHECK-NEXT: {{^}}abcdefg 1
// CHECK-NEXT: {{^}}abcdefghi 2
// CHECK-NEXT: {{^}}abcdefgh 2
