// http/http.h: what the files of http/ know of each other. session.c says how they work together.

#ifndef ASYNC_HTTP_HTTP_H
#define ASYNC_HTTP_HTTP_H

#include "base/bytes.h"

#include <curl/curl.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

enum { ASYNC__BODY_AHEAD = 64 * 1024 };        // so much of a body is fetched before somebody reads it

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
    int reason;                    // why receive.c ended the transfer; 0: it did not
    struct async__bytes head;      // lines, each ended by a zero byte
    struct async__bytes body;
    size_t received, most;         // of the body; most: 0: no limit
    size_t length;
    char *url;
    char text[CURL_ERROR_SIZE];
};

// bytes.c

// curl.c
void async__curl_init(void);
int async__error_of_curl(CURL *, CURLcode);            // 0 or -errno
int async__error_of_multi(CURLMcode);
// Around what may write to a connection: no SIGPIPE comes of it.
struct async__calm {
    sigset_t before;
    bool was_pending;
};
struct async__calm async__calm_begin(void);
void async__calm_end(const struct async__calm *);

// receive.c: libcurl calls them
size_t async__take_header(char *line, size_t size, size_t count, void *response);
size_t async__take_body(char *bytes, size_t size, size_t count, void *response);
// The value, if the line is `name: value`; null: it is not.
const char *async__header_value(const char *line, const char *name);

// session.c
bool async__session_drive(struct client_session *);    // has a task that drives its transfers. False: no memory
// Ends a transfer, in whatever state.
void async__transfer_finish(struct client_response *, int error, CURLcode);
void async__transfer_learn_url(struct client_response *);              // of one that runs: where the response comes from

// response.c
struct client_response *async__response_new(void);     // never null: one that has an error
void async__response_free(struct client_response *);
void async__response_fail(struct client_response *, int error);        // the first one counts

#endif
