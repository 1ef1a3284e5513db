#include <async.h>
#include "page.h"
#include <stdio.h>

async int main(void)
{
    async_with (auto s = client_session(), auto res = client_get(s, "")) {
        printf("%d: %s\n", await response_read(res) != nullptr, response_error_text(res));
    }
    return 0;
}
