// curl.c: libcurl in a program that it is not the only part of: its signals and its errors.

#define _GNU_SOURCE

#include <async.h>

#include <errno.h>
#include <limits.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>

#include "http/http.h"

void async__curl_init(void)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

// ---- signals

static bool is_pending(void)
{
    sigset_t set;
    return sigpending(&set) == 0 && sigismember(&set, SIGPIPE) == 1;
}

// A TLS library that writes to a connection that is gone raises SIGPIPE; newer versions of libcurl send for it. It is kept away
// from the program.
struct async__calm async__calm_begin(void)
{
    struct async__calm calm = { .was_pending = is_pending() };
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, &calm.before);
    return calm;
}

void async__calm_end(const struct async__calm *calm)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    if (!calm->was_pending && is_pending())
        while (sigtimedwait(&set, NULL, &(struct timespec){ 0, 0 }) < 0 && errno == EINTR)
            ;
    pthread_sigmask(SIG_SETMASK, &calm->before, NULL);
}

// ---- errors

// errno values for libcurl's. The text says it better.
int async__error_of_curl(CURL *easy, CURLcode code)
{
    long number = 0;
    curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &number);
    int of_system = number > 0 && number < INT_MAX ? -(int)number : 0;
    switch (code) {
    case CURLE_OK:
        return 0;
    case CURLE_OUT_OF_MEMORY:
        return -ENOMEM;
    case CURLE_URL_MALFORMAT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
        return -EINVAL;
    case CURLE_UNSUPPORTED_PROTOCOL:
        return -EPROTONOSUPPORT;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return ASYNC_EAI(EAI_NONAME);
    case CURLE_SSL_CACERT_BADFILE:
        return -ENOENT;
    case CURLE_COULDNT_CONNECT:
        return of_system ? of_system : -ECONNREFUSED;
    case CURLE_OPERATION_TIMEDOUT:
        return -ETIMEDOUT;
    case CURLE_TOO_MANY_REDIRECTS:
        return -ELOOP;
    case CURLE_FILESIZE_EXCEEDED:
        return -EFBIG;
    case CURLE_PEER_FAILED_VERIFICATION:
        return -EACCES;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
        return -ECONNRESET;
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return of_system ? of_system : -ECONNRESET;
    default:
        return -EPROTO;
    }
}

int async__error_of_multi(CURLMcode code)
{
    return code == CURLM_OK ? 0 : code == CURLM_OUT_OF_MEMORY ? -ENOMEM : -EIO;
}
