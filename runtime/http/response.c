// response.c: what has come, and waiting for more of it.

#include <async.h>
#include <async/http.h>

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "http/http.h"

// ---- making and freeing

static _Thread_local struct client_response response_without_memory;

struct client_response *async__response_new(void)
{
    struct client_response *res = async__alloc(sizeof *res);
    if (!res) {
        res = &response_without_memory;
        *res = (struct client_response){ .error = -ENOMEM };
    } else {
        *res = (struct client_response){ .error = 0 };
    }
    return res;
}

void async__response_free(struct client_response *res)
{
    if (res == &response_without_memory)
        return;
    async__free(res->head.bytes);
    async__free(res->body.bytes);
    async__free(res->url);
    async__free(res);
}

void async__response_fail(struct client_response *res, int error)
{
    if (!res->error)
        res->error = error;
}

// ---- what it says

int response_status(const struct client_response *res)
{
    return res->has_head ? res->status : 0;
}

const char *response_header(const struct client_response *res, const char *name)
{
    const struct async__bytes *head = &res->head;
    for (size_t at = head->begin; res->has_head && at < head->end; at += strlen(head->bytes + at) + 1) {
        const char *value = async__header_value(head->bytes + at, name);
        if (value)
            return value;
    }
    return NULL;
}

const char *response_url(const struct client_response *res)
{
    return res->url ? res->url : "";
}

int response_error(const struct client_response *res)
{
    return res->error;
}

const char *response_error_text(const struct client_response *res)
{
    if (!res->error)
        return "";
    return res->text[0] ? res->text : async_error(res->error);
}

size_t response_length(const struct client_response *res)
{
    return res->length;
}

// ---- reading

static void leave(struct client_response *res)
{
    if (--res->users == 0)
        async_event_set(&res->left);
}

// libcurl goes on. It may hand over more from within.
static void resume(struct client_response *res)
{
    if (!res->session || !res->is_paused)
        return;
    res->is_paused = false;
    struct async__calm calm = async__calm_begin();
    CURLcode code = curl_easy_pause(res->easy, CURLPAUSE_CONT);
    async__calm_end(&calm);
    if (code)
        async__transfer_finish(res, res->reason ? res->reason : async__error_of_curl(res->easy, code), code);
}

static async void wait_for_change(struct client_response *res)
{
    async_event_clear(&res->changed);
    await async_event_wait(&res->changed);
}

async char *response_read(struct client_response *res)
{
    res->users++;
    defer leave(res);
    res->whole++;
    defer res->whole--;
    resume(res);
    while (res->session && !res->is_closing)
        await wait_for_change(res);
    if (!res->error && !async__bytes_make_room(&res->body, 1))
        async__response_fail(res, -ENOMEM);
    if (res->error || res->is_closing)
        return NULL;
    res->length = async__bytes_length(&res->body);
    res->body.bytes[res->body.end] = 0;
    return res->body.bytes + res->body.begin;
}

async ssize_t response_read_some(struct client_response *res, void *buffer, size_t size)
{
    res->users++;
    defer leave(res);
    while (res->session && !res->is_closing && size > 0 && async__bytes_length(&res->body) == 0)
        await wait_for_change(res);
    if (res->is_closing)
        return -ECANCELED;
    size_t n = async__bytes_length(&res->body) < size ? async__bytes_length(&res->body) : size;
    if (n == 0)
        return size > 0 ? res->error : 0;
    memcpy(buffer, res->body.bytes + res->body.begin, n);
    res->body.begin += n;
    if (async__bytes_length(&res->body) <= ASYNC__BODY_AHEAD / 2)
        resume(res);
    return (ssize_t)n;
}

// ---- closing

static async void response_end(struct client_response *res)
{
    res->is_closing = true;
    if (res->session)
        async__transfer_finish(res, -ECANCELED, CURLE_OK);
    async_event_set(&res->changed);
    while (res->users) {
        async_event_clear(&res->left);
        await async_event_wait(&res->left);
    }
    async__response_free(res);
}

async void response_close(struct client_response *res)
{
    if (!res || res == &response_without_memory)
        return;
    defer await response_end(res);
}
