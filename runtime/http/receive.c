// receive.c: what libcurl hands over as it comes: a head line by line, then a body in pieces.
//
// They are called in the middle of a call of libcurl, and so call nothing of it and resume nobody: they keep what they are given and
// set the response's event. What they cannot take ends the transfer: `reason` says why.

#include <async.h>

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "http/http.h"

enum { MOST_HEAD = 1024 * 1024 };      // one that is longer is an attack

// ---- head

const char *async__header_value(const char *line, const char *name)
{
    size_t length = strlen(name);
    if (strncasecmp(line, name, length) != 0 || line[length] != ':')
        return NULL;
    line += length + 1;
    return line + strspn(line, " \t");
}

// The last head, which the program sees. libcurl follows no redirect to nowhere.
static bool is_final(const struct client_response *res)
{
    return res->status >= 200 && !(res->leads_on && res->status >= 300 && res->status < 400);
}

static bool keep_line(struct client_response *res, const char *line, size_t size)
{
    size_t at = res->head.end;
    if (res->head.end + size + 1 > MOST_HEAD) {
        res->reason = -EFBIG;
        return false;
    }
    if (!async__bytes_append(&res->head, line, size) || !async__bytes_append(&res->head, "", 1)) {
        res->reason = -ENOMEM;
        return false;
    }
    const char *location = async__header_value(res->head.bytes + at, "Location");
    if (location && *location && res->follows)
        res->leads_on = true;
    return true;
}

// "HTTP/1.1 200 OK", "HTTP/2 200"
static int read_status(const char *line, size_t size)
{
    const char *end = line + size, *p = memchr(line, ' ', size);
    int status = 0;
    for (p = p ? p + 1 : end; p < end && *p >= '0' && *p <= '9' && status < 100; p++)
        status = status * 10 + (*p - '0');
    return status;
}

// A head comes line by line; each one of a chain of redirects, and those before the answer proper (100), begins anew.
size_t async__take_header(char *line, size_t size, size_t count, void *response)
{
    struct client_response *res = response;
    size_t whole = size * count, n = whole;
    if (res->has_head)             // behind the body
        return whole;
    while (n && (line[n - 1] == '\n' || line[n - 1] == '\r' || line[n - 1] == ' ' || line[n - 1] == '\t'))
        n--;
    if (n > 5 && memcmp(line, "HTTP/", 5) == 0) {
        res->head.begin = res->head.end = 0;
        res->leads_on = false;
        res->status = read_status(line, n);
    } else if (n) {
        return keep_line(res, line, n) ? whole : 0;
    } else if (is_final(res)) {
        res->has_head = true;
        async_event_set(&res->changed);
    }
    return whole;
}

// ---- body

// Gives less than there was to end the transfer.
size_t async__take_body(char *bytes, size_t size, size_t count, void *response)
{
    struct client_response *res = response;
    size_t n = size * count;
    if (res->reason)
        return 0;
    res->has_head = true;
    async_event_set(&res->changed);
    if (!res->whole && async__bytes_length(&res->body) >= ASYNC__BODY_AHEAD) {
        res->is_paused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    if (res->most && n > res->most - res->received)
        res->reason = -EFBIG;
    else if (!async__bytes_append(&res->body, bytes, n))
        res->reason = -ENOMEM;
    if (res->reason)
        return 0;
    res->received += n;
    return n;
}
