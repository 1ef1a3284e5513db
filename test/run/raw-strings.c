// A raw string holds what looks like brackets, quotes, comments and directives, over as many lines as it likes.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <stddef.h>
#include <stdio.h>

async const char *same(const char *s)
{
    await async_yield();
    return s;
}

async int main(void)
{
    static const char here[] = R"x({[(/* " ' \ \n
)" // await
# 1 "no.c"
)x";
    char local[] = R"(await )
})";
    const char *s = await same(R"(}
")" "\n\n");
    // CHECK: {[(/* " ' \ \n
    // CHECK-NEXT: )" // await
    // CHECK-NEXT: # 1 "no.c"
    // CHECK-NEXT: await )
    // CHECK-NEXT: }
    // CHECK-NEXT: }
    // CHECK-NEXT: "
    printf("%s%s\n%s", await same(here), await same(local), s);
    // CHECK: at line 32
    printf("at line %d\n", __LINE__);
    return sizeof(LR"/()/") / sizeof(wchar_t) - 1 + *await same(R"()");
}
