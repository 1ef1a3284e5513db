// -Wframe-size=N names the functions whose frames are larger, and what makes them so.
// RUN: not %asyncc -Werror -Wframe-size=200 %s -o - 2>&1 | FileCheck %s
// RUN: %asyncc -Wframe-size=2000 -Werror=frame-size %s -o /dev/null 2>&1 | count 0
// RUN: %asyncc -Wframe-size=200 -Wno-frame-size %s -o /dev/null 2>&1 | count 0
// RUN: not %asyncc gcc -Wframe-size=200 -Werror=frame-size -c %s -o %t.o 2>&1 | FileCheck %s
#include <async.h>

async void use(char *text, int n);

async void small(int n)
{
    char text[100];
    await use(text, n);
}

// CHECK: [[#@LINE+1]]:12: error: the frame of 'large' takes {{[0-9]+}} bytes, more than 200 [-Werror,-Wframe-size]
async void large(int n)
{
    // CHECK: [[#@LINE+1]]:10: note: 1000 of them are for 'text'; --emit=frames shows all
    char text[1000];
    await use(text, n);
}

// Blocks that share their bytes are counted once.
async void shared(int n)
{
    if (n) {
        char one[120];
        await use(one, n);
    } else {
        char other[120];
        await use(other, n);
    }
}
// CHECK-NOT: frame of
