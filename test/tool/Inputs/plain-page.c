#include <async/plain.h>
#include <async/http.h>
#include <stdio.h>

int main(void)
{
    struct async_loop *loop = async_get_event_loop();
    struct client_session *s = async_run_until_complete(loop, client_session());
    struct client_response *res = async_run_until_complete(loop, client_get(s, ""));
    printf("%d %d\n", client_session_error(s), response_error(res));
    async_run_until_complete(loop, response_close(res));
    async_run_until_complete(loop, client_session_close(s));
    return async_loop_close(loop);
}
