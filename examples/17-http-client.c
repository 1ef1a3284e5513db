// A page from the web: the session and the response are closed when async_with is left, in whatever way.
//
//     asyncc run 17-http-client.c -- https://example.org/
//
// In Python, with aiohttp:
//
//     async with ClientSession() as s, s.get(url) as res:
//         ret = await res.read()
//         print(f"Received {len(ret)} bytes of response")
#include <async.h>
#include <async/http.h>
#include <stdio.h>

async int main(int argc, char **argv)
{
    const char *url = argc > 1 ? argv[1] : "https://example.org/";
    async_with (auto s = client_session(), auto res = client_get(s, url)) {
        char *body = await response_read(res);
        if (!body) {
            fprintf(stderr, "%s: %s\n", url, response_error_text(res));
            return 1;
        }
        printf("Received %zu bytes of response\n", response_length(res));
    }
    return 0;
}
