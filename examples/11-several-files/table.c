// Plain C: no word of the language in it, so asyncc gives it to the compiler as it is. It cannot await, but it can call
// async functions, hand them to the loop and be told when they have ended.
#include <async/plain.h>
#include <stdio.h>

#include "kitchen.h"
#include "table.h"

static void on_toast(void *what)
{
    printf("%s on the table\n", (const char *)what);
}

void lay_table(void)
{
    future(void) white = async_create_task(toast("white", 2));
    async_add_done_callback(white, on_toast, "white");
    async_release(white);                       // we have seen enough of it; it goes on
}
