// request.c: from what a program asks for to a transfer that runs.

#include <async.h>
#include <async/http.h>

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "http/http.h"

enum { TEN_REDIRECTS = 10 };

// ---- options

// Does the option, unless one before has failed.
#define SET(option, value) (code = code ? code : curl_easy_setopt(res->easy, option, value))

static bool add_header(struct client_response *res, const char *line)
{
    struct curl_slist *list = curl_slist_append(res->headers, line);
    if (list)
        res->headers = list;
    return list;
}

static CURLcode add_content_type(struct client_response *res, const char *type)
{
    char line[1000];
    int length = snprintf(line, sizeof line, "Content-Type: %s", type);
    if (length < 0 || length >= (int)sizeof line)
        return CURLE_BAD_FUNCTION_ARGUMENT;
    return add_header(res, line) ? CURLE_OK : CURLE_OUT_OF_MEMORY;
}

static CURLcode set_headers(struct client_response *res, const struct client_options *o)
{
    CURLcode code = o->body ? add_content_type(res, o->content_type ? o->content_type : "application/octet-stream") : CURLE_OK;
    for (const char *const *h = o->headers; h && *h; h++)
        if (!add_header(res, *h))
            return CURLE_OUT_OF_MEMORY;
    return SET(CURLOPT_HTTPHEADER, res->headers);
}

static CURLcode set_method(struct client_response *res, const struct client_options *o)
{
    CURLcode code = CURLE_OK;
    const char *method = o->method ? o->method : o->body ? "POST" : "GET";
    bool is_post = strcmp(method, "POST") == 0;
    if (o->body || is_post) {
        SET(CURLOPT_POST, 1L);
        SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)(o->body ? o->body_size : 0));
        SET(CURLOPT_COPYPOSTFIELDS, o->body ? (const char *)o->body : "");
    }
    if (strcmp(method, "HEAD") == 0)
        SET(CURLOPT_NOBODY, 1L);
    else if (!is_post && (o->body || strcmp(method, "GET") != 0))
        SET(CURLOPT_CUSTOMREQUEST, method);
    return code;
}

static CURLcode set_what_may_come(struct client_response *res, const struct client_options *o)
{
    CURLcode code = CURLE_OK;
#if LIBCURL_VERSION_NUM >= 0x075500
    SET(CURLOPT_PROTOCOLS_STR, "http,https");
    SET(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
#else
    SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
    SET(CURLOPT_REDIR_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
    // With HTTP/2 one connection carries many transfers, and one that pauses does not stop the others: several versions of libcurl
    // lose memory or the end of a body then (curl's issues 10971, 11982, 19334).
    SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    SET(CURLOPT_DEFAULT_PROTOCOL, "http");
    res->follows = o->redirects >= 0;
    SET(CURLOPT_FOLLOWLOCATION, res->follows ? 1L : 0L);
    SET(CURLOPT_MAXREDIRS, o->redirects > 0 ? (long)o->redirects : (long)TEN_REDIRECTS);
    SET(CURLOPT_ACCEPT_ENCODING, "");                      // whatever libcurl can undo
    SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (o->timeout > 0)
        SET(CURLOPT_TIMEOUT_MS, o->timeout >= (double)(INT_MAX / 1000) ? (long)INT_MAX : (long)(o->timeout * 1000) + 1);
    if (o->ca_file) {
        SET(CURLOPT_CAINFO, o->ca_file);
        SET(CURLOPT_CAPATH, NULL);
    }
    SET(CURLOPT_SSL_VERIFYPEER, o->is_insecure ? 0L : 1L);
    SET(CURLOPT_SSL_VERIFYHOST, o->is_insecure ? 0L : 2L);
    res->most = o->max_size;
    return code;
}

static CURLcode set_ourselves(struct client_response *res, struct client_session *s)
{
    CURLcode code = CURLE_OK;
    SET(CURLOPT_PRIVATE, res);
    SET(CURLOPT_SHARE, s->share);
    SET(CURLOPT_COOKIEFILE, "");                           // no file, but cookies
    SET(CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
    SET(CURLOPT_QUICK_EXIT, 1L);                           // no waiting for a thread that looks up a name for nobody
#endif
    SET(CURLOPT_ERRORBUFFER, res->text);
    SET(CURLOPT_USERAGENT, "asyncc");
    SET(CURLOPT_HEADERFUNCTION, async__take_header);
    SET(CURLOPT_HEADERDATA, res);
    SET(CURLOPT_WRITEFUNCTION, async__take_body);
    SET(CURLOPT_WRITEDATA, res);
    return code;
}

static CURLcode set_all(struct client_response *res, struct client_session *s, const char *url, const struct client_options *o)
{
    CURLcode code = set_ourselves(res, s);
    code = code ? code : set_what_may_come(res, o);
    code = code ? code : set_method(res, o);
    code = code ? code : set_headers(res, o);
    return SET(CURLOPT_URL, url);
}

// ---- requests

// 0: the transfer runs.
static int start(struct client_response *res, struct client_session *s, const char *url, const struct client_options *o)
{
    if (s->error || s->is_closing)
        return s->error ? s->error : -ECANCELED;
    res->easy = curl_easy_init();
    if (!res->easy)
        return -ENOMEM;
    int error = async__error_of_curl(res->easy, set_all(res, s, url, o));
    if (!error && !async__session_drive(s))
        error = -ENOMEM;
    if (!error)
        error = async__error_of_multi(curl_multi_add_handle(s->multi, res->easy));
    if (error) {
        curl_easy_cleanup(res->easy);
        curl_slist_free_all(res->headers);
        res->easy = NULL;
        res->headers = NULL;
        return error;
    }
    res->session = s;
    res->link = &s->running;
    res->next = s->running;
    if (res->next)
        res->next->link = &res->next;
    s->running = res;
    return 0;
}

static void give_up(struct client_response *res)
{
    if (res->session)
        async__transfer_finish(res, -ECANCELED, CURLE_OK);
    async__response_free(res);
}

static async struct client_response *request(struct client_session *s, const char *url, const struct client_options *o)
{
    struct client_response *res = async__response_new();
    bool is_given = false;
    defer {
        if (!is_given)
            give_up(res);
    }
    if (!res->error)
        res->error = start(res, s, url, o);
    while (res->session && !res->has_head) {
        async_event_clear(&res->changed);
        await async_event_wait(&res->changed);
    }
    if (res->session)
        async__transfer_learn_url(res);
    is_given = true;
    return res;
}

async struct client_response *client_request(struct client_session *s, const char *url, const struct client_options *options)
{
    return await request(s, url, options ? options : &(struct client_options){ .method = NULL });
}

async struct client_response *client_get(struct client_session *s, const char *url)
{
    return await request(s, url, &(struct client_options){ .method = "GET" });
}

async struct client_response *client_post(struct client_session *s, const char *url, const void *body, size_t size,
                                          const char *content_type)
{
    return await request(s, url, &(struct client_options){
        .method = "POST", .body = body ? body : "", .body_size = body ? size : 0, .content_type = content_type
    });
}
