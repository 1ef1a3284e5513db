// session.c: an HTTP client on libcurl's multi interface. Beside the allocator it uses of the runtime what every program can use.
//
// libcurl waits for nothing itself. It says which sockets and what time it waits for, and is called when one of them has come:
//
//     sockets   are put into an epoll set of the session, which is a descriptor too. A task of the session, drive(), waits for
//               that one as long as there are transfers, and hands what has come to libcurl
//     time      is a timer of the session, whose function calls libcurl
//
// libcurl calls back: watch_socket and set_time for these two, the functions of receive.c for what has come of a response. None of
// them calls libcurl, and none resumes a task: they note what they were told and set the response's event.
//
//     request.c     begins a transfer and waits until the head is there or it has ended
//     response.c    takes from the buffer and waits while it is empty. If it is full and nobody wants the whole body, receive.c has
//                   libcurl pause; reading makes it go on
//
// A transfer ends in one way, by async__transfer_finish, whoever ends it: libcurl, a response that is closed, a session that is. From
// then on the response is memory only, and knows no session.

#include <async.h>
#include <async/http.h>

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "base/alloc.h"
#include "http/http.h"

// ---- what libcurl waits for

static int watch_socket(CURL *easy, curl_socket_t fd, int what, void *session, void *ours)
{
    struct client_session *s = session;
    (void)easy;
    (void)ours;
    if (what == CURL_POLL_REMOVE) {
        epoll_ctl(s->sockets, EPOLL_CTL_DEL, fd, NULL);    // it may be closed already
        return 0;
    }
    struct epoll_event event = {
        .events = (what & CURL_POLL_IN ? (unsigned)EPOLLIN : 0) | (what & CURL_POLL_OUT ? (unsigned)EPOLLOUT : 0), .data.fd = fd
    };
    int error = epoll_ctl(s->sockets, EPOLL_CTL_MOD, fd, &event);
    if (error && errno == ENOENT)
        error = epoll_ctl(s->sockets, EPOLL_CTL_ADD, fd, &event);
    return error ? -1 : 0;
}

static void time_is_up(void *session);

static int set_time(CURLM *multi, long milliseconds, void *session)
{
    struct client_session *s = session;
    (void)multi;
    if (milliseconds >= 0)
        return async_timer_start(&s->timer, (double)milliseconds / 1000, time_is_up, s) < 0 ? -1 : 0;
    async_timer_stop(&s->timer);
    return 0;
}

// ---- transfers

void async__transfer_learn_url(struct client_response *res)
{
    const char *url = NULL;
    if (res->url || curl_easy_getinfo(res->easy, CURLINFO_EFFECTIVE_URL, &url) || !url)
        return;
    size_t size = strlen(url) + 1;
    res->url = async__alloc(size);
    if (res->url)
        memcpy(res->url, url, size);
    else
        async__response_fail(res, -ENOMEM);
}

// Nothing to wait for any more.
static void drive_no_more(struct client_session *s)
{
    if (!s->is_driven)
        return;
    s->is_unneeded = true;
    async_cancel(s->driver);
}

// libcurl's text counts only where libcurl is the reason; it writes one to the very end.
void async__transfer_finish(struct client_response *res, int error, CURLcode code)
{
    struct client_session *s = res->session;
    char text[CURL_ERROR_SIZE] = "";
    if (code && !res->reason)
        snprintf(text, sizeof text, "%s", res->text[0] ? res->text : curl_easy_strerror(code));
    struct async__calm calm = async__calm_begin();
    async__transfer_learn_url(res);
    curl_multi_remove_handle(s->multi, res->easy);
    curl_easy_cleanup(res->easy);
    async__calm_end(&calm);
    memcpy(res->text, text, sizeof text);
    curl_slist_free_all(res->headers);
    res->easy = NULL;
    res->headers = NULL;
    res->session = NULL;
    *res->link = res->next;
    if (res->next)
        res->next->link = res->link;
    if (error)
        async__response_fail(res, error);
    async_event_set(&res->changed);
    if (!s->running)
        drive_no_more(s);
}

static void finish_all(struct client_session *s, int error)
{
    while (s->running)
        async__transfer_finish(s->running, error, CURLE_OK);
}

// Takes out what has ended.
static void settle(struct client_session *s)
{
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(s->multi, &left))) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *easy = message->easy_handle;
        CURLcode code = message->data.result;
        struct client_response *res = NULL;
        curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&res);
        async__transfer_finish(res, res->reason ? res->reason : async__error_of_curl(easy, code), code);
    }
}

static void act(struct client_session *s, curl_socket_t fd, int what)
{
    int running;
    struct async__calm calm = async__calm_begin();
    CURLMcode code = curl_multi_socket_action(s->multi, fd, what, &running);
    async__calm_end(&calm);
    if (code)
        finish_all(s, async__error_of_multi(code));
}

static void time_is_up(void *session)
{
    act(session, CURL_SOCKET_TIMEOUT, 0);
    settle(session);
}

static void serve_sockets(struct client_session *s)
{
    struct epoll_event events[64];
    int count = epoll_wait(s->sockets, events, sizeof events / sizeof *events, 0);
    for (int i = 0; i < count; i++) {
        unsigned e = events[i].events;
        act(s, events[i].data.fd, (e & EPOLLIN ? CURL_CSELECT_IN : 0) | (e & EPOLLOUT ? CURL_CSELECT_OUT : 0)
                                      | (e & (EPOLLERR | EPOLLHUP) ? CURL_CSELECT_ERR : 0));
    }
    settle(s);
}

// ---- the task

// A driver that was asked to stop because there was nothing to do may end when there is something again. Whoever else stops it
// means all that it does.
static void end_drive(struct client_session *s)
{
    s->is_driven = false;
    if (!s->is_unneeded)
        finish_all(s, -ECANCELED);
    else if (s->running && !async__session_drive(s))
        finish_all(s, -ENOMEM);
}

static async void drive(struct client_session *s)
{
    defer end_drive(s);
    while (s->running) {
        int error = await async_wait_readable(s->sockets);
        if (error)
            finish_all(s, error);
        else
            serve_sockets(s);
    }
}

bool async__session_drive(struct client_session *s)
{
    if (s->is_driven)
        return true;
    async_release(async_take(s->driver));
    s->driver = async_create_task(drive(s));
    s->is_unneeded = false;
    s->is_driven = async_valid(s->driver);
    return s->is_driven;
}

// ---- sessions

static void session_free(struct client_session *s)
{
    if (s->multi) {
        struct async__calm calm = async__calm_begin();
        curl_multi_cleanup(s->multi);
        async__calm_end(&calm);
    }
    async_timer_stop(&s->timer);
    if (s->share)
        curl_share_cleanup(s->share);
    if (s->sockets >= 0)
        close(s->sockets);
    async__free(s);
}

static int session_open(struct client_session *s)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, async__curl_init);
    s->sockets = epoll_create1(EPOLL_CLOEXEC);
    if (s->sockets < 0)
        return -errno;
    s->multi = curl_multi_init();
    s->share = curl_share_init();
    if (!s->multi || !s->share)
        return -ENOMEM;
    curl_multi_setopt(s->multi, CURLMOPT_SOCKETFUNCTION, watch_socket);
    curl_multi_setopt(s->multi, CURLMOPT_SOCKETDATA, s);
    curl_multi_setopt(s->multi, CURLMOPT_TIMERFUNCTION, set_time);
    curl_multi_setopt(s->multi, CURLMOPT_TIMERDATA, s);
    return curl_share_setopt(s->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE) ? -ENOMEM : 0;
}

static struct client_session session_without_memory = { .error = -ENOMEM };

async struct client_session *client_session(void)
{
    struct client_session *s = async__alloc(sizeof *s);
    if (!s)
        return &session_without_memory;
    *s = (struct client_session){ .timer = ASYNC_TIMER_INIT, .sockets = -1 };
    s->error = session_open(s);
    return s;
}

int client_session_error(const struct client_session *s)
{
    return s->error;
}

static async void session_end(struct client_session *s)
{
    s->is_closing = true;
    finish_all(s, -ECANCELED);
    if (async_valid(s->driver))
        await async_join(async_take(s->driver), NULL);
    session_free(s);
}

async void client_session_close(struct client_session *s)
{
    if (!s || s == &session_without_memory)
        return;
    defer await session_end(s);
}
