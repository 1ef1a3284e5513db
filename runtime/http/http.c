// http.c: an HTTP client on libcurl's multi interface. Beside the allocator it uses of the runtime what every program can use.
//
// libcurl waits for nothing itself. It says which sockets and what time it waits for, and is called when one of them has come:
//
//     sockets   are put into an epoll set of the session, which is a descriptor too. A task of the session, drive(), waits for
//               that one as long as there are transfers, and hands what has come to libcurl
//     time      is a timer of the session, whose function calls libcurl
//
// libcurl calls back: watch_socket and set_time for these two, take_header and take_body for what has come of a response. None of
// them calls libcurl, and none resumes a task: they note what they were told and set the response's event.
//
//     client_request   waits until the head is there or the transfer has ended
//     reading          takes from the buffer and waits while it is empty. If it is full and nobody wants the whole body, take_body
//                      has libcurl pause; reading makes it go on
//
// A transfer ends in one way, by finish(), whoever ends it: libcurl, a response that is closed, a session that is. From then on the
// response is memory only, and knows no session.

#include <async.h>
#include <async/http.h>

#include <curl/curl.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"

enum {
    AHEAD = 64 * 1024,             // so much of a body is fetched before somebody reads it
    MOST_HEAD = 1024 * 1024,       // a head that is longer is an attack
    FIRST_ROOM = 4096,
    TEN_REDIRECTS = 10,
};

struct buffer {
    char *bytes;
    size_t begin, end, room;
};

struct client_session {
    CURLM *multi;
    CURLSH *share;                 // cookies
    int error;                     // it could not be made
    int sockets;                   // the epoll set
    struct async_timer timer;
    struct client_response *running;       // transfers, a list
    future(void) driver;           // the last one
    bool is_driven;                // it has not ended
    bool is_unneeded;              // it is asked to stop, by us
    bool is_closing;
};

struct client_response {
    struct client_session *session;        // while the transfer runs; null: it does not
    struct client_response *next, **link;  // then: in session->running
    CURL *easy;                            // then
    struct curl_slist *headers;            // then: of the request
    struct async_event changed;
    unsigned users;                // calls that wait for it
    struct async_event left;       // the last of them has gone
    unsigned whole;                // of them: want the whole body
    bool follows;                  // redirects
    bool leads_on;                 // the head that is coming is that of a redirect
    bool has_head;
    bool is_paused;
    bool is_closing;
    int status;
    int error;
    int reason;                    // why take_header or take_body ended the transfer
    struct buffer head;            // lines, each ended by a zero byte
    struct buffer body;
    size_t received, most;         // of the body; most: 0: no limit
    size_t length;
    char *url;
    char text[CURL_ERROR_SIZE];
};

// ---- libcurl and the process

static void init(void)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

// What OpenSSL writes to a connection that is gone raises SIGPIPE. It is kept away from the program around calls that may write.
struct calm {
    sigset_t before;
    bool was_pending;
};

static bool is_pending(void)
{
    sigset_t set;
    return sigpending(&set) == 0 && sigismember(&set, SIGPIPE) == 1;
}

static struct calm calm_begin(void)
{
    struct calm calm = { .was_pending = is_pending() };
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, &calm.before);
    return calm;
}

static void calm_end(const struct calm *calm)
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
static int error_of_curl(CURL *easy, CURLcode code)
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

static int error_of_multi(CURLMcode code)
{
    return code == CURLM_OK ? 0 : code == CURLM_OUT_OF_MEMORY ? -ENOMEM : -EIO;
}

static void fail(struct client_response *res, int error)
{
    if (!res->error)
        res->error = error;
}

// ---- buffers

static size_t length(const struct buffer *b)
{
    return b->end - b->begin;
}

// Room for `more` bytes behind the end. False: no memory; the buffer is as it was.
static bool make_room(struct buffer *b, size_t more)
{
    if (b->room - b->end >= more)
        return true;
    size_t held = length(b);
    if (b->begin >= held && held + more <= b->room) {
        if (held)
            memcpy(b->bytes, b->bytes + b->begin, held);
    } else {
        if (more > (size_t)-1 / 4 - held)
            return false;
        size_t room = b->room ? b->room : FIRST_ROOM;
        while (room < held + more)
            room *= 2;
        char *bytes = async__alloc(room);
        if (!bytes)
            return false;
        if (held)
            memcpy(bytes, b->bytes + b->begin, held);
        async__free(b->bytes);
        b->bytes = bytes;
        b->room = room;
    }
    b->begin = 0;
    b->end = held;
    return true;
}

static bool append(struct buffer *b, const char *bytes, size_t size)
{
    if (!make_room(b, size))
        return false;
    memcpy(b->bytes + b->end, bytes, size);
    b->end += size;
    return true;
}

// ---- what libcurl calls: the head

// The value, if the line is `name: value`. It is not empty: libcurl passes over a redirect to nowhere too.
static const char *value_in(const char *line, const char *name)
{
    size_t length = strlen(name);
    if (strncasecmp(line, name, length) != 0 || line[length] != ':')
        return NULL;
    line += length + 1;
    return line + strspn(line, " \t");
}

static bool is_final(const struct client_response *res)
{
    return res->status >= 200 && !(res->leads_on && res->status >= 300 && res->status < 400);
}

static bool keep_line(struct client_response *res, const char *line, size_t size)
{
    size_t at = res->head.end;
    if (res->head.end + size + 1 > MOST_HEAD) {
        res->reason = -EMSGSIZE;
        return false;
    }
    if (!append(&res->head, line, size) || !append(&res->head, "", 1)) {
        res->reason = -ENOMEM;
        return false;
    }
    const char *location = value_in(res->head.bytes + at, "Location");
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
static size_t take_header(char *line, size_t size, size_t count, void *response)
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

// ---- … and the body

static size_t take_body(char *bytes, size_t size, size_t count, void *response)
{
    struct client_response *res = response;
    size_t n = size * count;
    if (res->reason)
        return 0;
    res->has_head = true;
    async_event_set(&res->changed);
    if (!res->whole && length(&res->body) >= AHEAD) {
        res->is_paused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    if (res->most && n > res->most - res->received)
        res->reason = -EFBIG;
    else if (!append(&res->body, bytes, n))
        res->reason = -ENOMEM;
    if (res->reason)
        return 0;
    res->received += n;
    return n;
}

// ---- … and what it waits for

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

static void learn_url(struct client_response *res)
{
    const char *url = NULL;
    if (res->url || curl_easy_getinfo(res->easy, CURLINFO_EFFECTIVE_URL, &url) || !url)
        return;
    size_t size = strlen(url) + 1;
    res->url = async__alloc(size);
    if (res->url)
        memcpy(res->url, url, size);
    else
        fail(res, -ENOMEM);
}

// Nothing to wait for any more.
static void drive_no_more(struct client_session *s)
{
    if (!s->is_driven)
        return;
    s->is_unneeded = true;
    async_cancel(s->driver);
}

// Ends a transfer, in whatever state. libcurl's text counts only where libcurl is the reason; it writes one to the very end.
static void finish(struct client_response *res, int error, CURLcode code)
{
    struct client_session *s = res->session;
    char text[CURL_ERROR_SIZE] = "";
    if (code && !res->reason)
        snprintf(text, sizeof text, "%s", res->text[0] ? res->text : curl_easy_strerror(code));
    struct calm calm = calm_begin();
    learn_url(res);
    curl_multi_remove_handle(s->multi, res->easy);
    curl_easy_cleanup(res->easy);
    calm_end(&calm);
    memcpy(res->text, text, sizeof text);
    curl_slist_free_all(res->headers);
    res->easy = NULL;
    res->headers = NULL;
    res->session = NULL;
    *res->link = res->next;
    if (res->next)
        res->next->link = res->link;
    if (error)
        fail(res, error);
    async_event_set(&res->changed);
    if (!s->running)
        drive_no_more(s);
}

static void finish_all(struct client_session *s, int error)
{
    while (s->running)
        finish(s->running, error, CURLE_OK);
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
        finish(res, res->reason ? res->reason : error_of_curl(easy, code), code);
    }
}

static void act(struct client_session *s, curl_socket_t fd, int what)
{
    int running;
    struct calm calm = calm_begin();
    CURLMcode code = curl_multi_socket_action(s->multi, fd, what, &running);
    calm_end(&calm);
    if (code)
        finish_all(s, error_of_multi(code));
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

// ---- the session's task

static bool begin_to_drive(struct client_session *s);

// A driver that was asked to stop because there was nothing to do may end when there is something again. Whoever else stops it
// means all that it does.
static void end_drive(struct client_session *s)
{
    s->is_driven = false;
    if (!s->is_unneeded)
        finish_all(s, -ECANCELED);
    else if (s->running && !begin_to_drive(s))
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

// False: no memory.
static bool begin_to_drive(struct client_session *s)
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
        struct calm calm = calm_begin();
        curl_multi_cleanup(s->multi);
        calm_end(&calm);
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
    pthread_once(&once, init);
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

// ---- requests

static _Thread_local struct client_response response_without_memory;

static struct client_response *response_new(void)
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

static void response_free(struct client_response *res)
{
    if (res == &response_without_memory)
        return;
    async__free(res->head.bytes);
    async__free(res->body.bytes);
    async__free(res->url);
    async__free(res);
}

// Does the option, unless one before has failed.
#define SET(option, value) (code = code ? code : curl_easy_setopt(res->easy, option, value))

static bool add_header(struct client_response *res, const char *line)
{
    struct curl_slist *list = curl_slist_append(res->headers, line);
    if (list)
        res->headers = list;
    return list;
}

static bool add_content_type(struct client_response *res, const char *type)
{
    char line[256];
    int length = snprintf(line, sizeof line, "Content-Type: %s", type);
    return length > 0 && length < (int)sizeof line && add_header(res, line);
}

static CURLcode set_headers(struct client_response *res, const struct client_options *o)
{
    CURLcode code = CURLE_OK;
    if (o->body && !add_content_type(res, o->content_type ? o->content_type : "application/octet-stream"))
        return CURLE_OUT_OF_MEMORY;
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
    SET(CURLOPT_MAXREDIRS, o->redirects ? (long)o->redirects : (long)TEN_REDIRECTS);
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
    SET(CURLOPT_HEADERFUNCTION, take_header);
    SET(CURLOPT_HEADERDATA, res);
    SET(CURLOPT_WRITEFUNCTION, take_body);
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

// 0: the transfer runs.
static int start(struct client_response *res, struct client_session *s, const char *url, const struct client_options *o)
{
    if (s->error || s->is_closing)
        return s->error ? s->error : -ECANCELED;
    res->easy = curl_easy_init();
    if (!res->easy)
        return -ENOMEM;
    int error = error_of_curl(res->easy, set_all(res, s, url, o));
    if (!error && !begin_to_drive(s))
        error = -ENOMEM;
    if (!error)
        error = error_of_multi(curl_multi_add_handle(s->multi, res->easy));
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
        finish(res, -ECANCELED, CURLE_OK);
    response_free(res);
}

static async struct client_response *request(struct client_session *s, const char *url, const struct client_options *o)
{
    struct client_response *res = response_new();
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
        learn_url(res);
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

// ---- what a response says

int response_status(const struct client_response *res)
{
    return res->has_head ? res->status : 0;
}

const char *response_header(const struct client_response *res, const char *name)
{
    const struct buffer *head = &res->head;
    for (size_t at = head->begin; res->has_head && at < head->end; at += strlen(head->bytes + at) + 1) {
        const char *value = value_in(head->bytes + at, name);
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
    return res->text[0] ? res->text : strerror(-res->error);
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

// libcurl goes on. It may call take_body from here.
static void resume(struct client_response *res)
{
    if (!res->session || !res->is_paused)
        return;
    res->is_paused = false;
    struct calm calm = calm_begin();
    CURLcode code = curl_easy_pause(res->easy, CURLPAUSE_CONT);
    calm_end(&calm);
    if (code)
        finish(res, res->reason ? res->reason : error_of_curl(res->easy, code), code);
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
    if (!res->error && !make_room(&res->body, 1))
        fail(res, -ENOMEM);
    if (res->error || res->is_closing)
        return NULL;
    res->length = length(&res->body);
    res->body.bytes[res->body.end] = 0;
    return res->body.bytes + res->body.begin;
}

async ssize_t response_read_some(struct client_response *res, void *buffer, size_t size)
{
    res->users++;
    defer leave(res);
    while (res->session && !res->is_closing && size > 0 && length(&res->body) == 0)
        await wait_for_change(res);
    if (res->is_closing)
        return -ECANCELED;
    size_t n = length(&res->body) < size ? length(&res->body) : size;
    if (n == 0)
        return size > 0 ? res->error : 0;
    memcpy(buffer, res->body.bytes + res->body.begin, n);
    res->body.begin += n;
    if (length(&res->body) <= AHEAD / 2)
        resume(res);
    return (ssize_t)n;
}

// ---- closing

static async void response_end(struct client_response *res)
{
    res->is_closing = true;
    if (res->session)
        finish(res, -ECANCELED, CURLE_OK);
    async_event_set(&res->changed);
    while (res->users) {
        async_event_clear(&res->left);
        await async_event_wait(&res->left);
    }
    response_free(res);
}

async void response_close(struct client_response *res)
{
    if (!res || res == &response_without_memory)
        return;
    defer await response_end(res);
}
