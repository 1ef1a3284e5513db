// async/http.h: an HTTP client. An optional library of its own, asyncc-http, on libcurl: `asyncc --with=http …`; docs/http.md.
//
//     async_with (auto s = client_session(), auto res = client_get(s, "https://example.org/")) {
//         char *body = await response_read(res);
//         if (body)
//             printf("%d: %zu bytes\n", response_status(res), response_length(res));
//         else
//             printf("failed: %s\n", response_error_text(res));
//     }
//
// Ownership  a session is closed by client_session_close, a response by response_close, which async_with calls; in either order.
//            What makes them never gives null: one that could not be made has an error, and every call gives that
// Errors     0 or a count, else a negative errno value; response_error_text says more. A response keeps its first error. 404 and its
//            like are answers: no error, but a status
// Waiting    any number of transfers run at the same time, and each of them waits without holding up anything. A body is fetched
//            as fast as it is read, and 64 KiB ahead
// Stopping   a task that is asked to stop while it waits for a response's head ends the transfer; while it reads, it takes nothing,
//            and the body may be read on. Closing a response ends its transfer. A deadline is an async_timeout around it, or
//            an option
// Threads    a session and its responses belong to one loop and its thread

#ifndef ASYNC_HTTP_H
#define ASYNC_HTTP_H

#ifndef async_fn
#error "<async.h> comes before <async/http.h>; in plain C files <async/plain.h>"
#endif

struct client_session;
struct client_response;

// ---- sessions: connections that are kept for the next request to the same host, and cookies

async_fn(struct client_session *) client_session(void);
int client_session_error(const struct client_session *);       // why it could not be made; 0: it was
// Ends the transfers that still run: their responses have the error -ECANCELED, and are still to be closed.
async_fn(void) client_session_close(struct client_session *);
async__exit(async__exit_of_client_session, struct client_session *, client_session_close);

// ---- requests
//
// Each gives its response as soon as status and headers are there, or when it has failed. What is given is read when the request
// begins to run, and copied; a future that was not awaited yet needs it still.

// Zero or null stands for what most people want.
struct client_options {
    const char *method;                // "GET", or "POST" where there is a body
    const char *const *headers;        // "Name: value", …, null. "Name:" leaves out one that would be sent otherwise
    const void *body;
    __SIZE_TYPE__ body_size;
    const char *content_type;          // of the body: application/octet-stream
    double timeout;                    // seconds for all of it, -ETIMEDOUT; 0: no limit
    int redirects;                     // so many are followed, then -ELOOP; 0: ten; -1: none, they are answers
    __SIZE_TYPE__ max_size;            // of a body, -EFBIG; 0: no limit
    const char *ca_file;               // certificates to trust in place of the system's, in PEM
    _Bool is_insecure;                 // any certificate will do
};

async_fn(struct client_response *) client_get(struct client_session *, const char *url);
async_fn(struct client_response *) client_post(struct client_session *, const char *url, const void *body, __SIZE_TYPE__ size,
                                               const char *content_type);
async_fn(struct client_response *) client_request(struct client_session *, const char *url, const struct client_options *options);

// ---- responses

int response_status(const struct client_response *);           // 200, 404, …; 0: it never came
// The value of the first header of that name, in whatever case; null: there is none. It is the response's.
const char *response_header(const struct client_response *, const char *name);
const char *response_url(const struct client_response *);      // where it came from in the end, when there were redirects
int response_error(const struct client_response *);            // 0: none so far
const char *response_error_text(const struct client_response *);       // for people; "" if there is none

// All of the body, or what response_read_some has left of it, with a zero byte behind it that is not counted. The memory is the
// response's. Null: it failed. What was compressed for the way is not any more.
async_fn(char *) response_read(struct client_response *);
__SIZE_TYPE__ response_length(const struct client_response *); // how long that was; 0 before
// The next part of the body: 1 to `size` bytes as soon as there are any. 0: that was all.
async_fn(__PTRDIFF_TYPE__) response_read_some(struct client_response *, void *buffer, __SIZE_TYPE__ size);

// Ends the transfer, if it still runs, and frees the response. Other tasks that wait in it get -ECANCELED.
async_fn(void) response_close(struct client_response *);
async__exit(async__exit_of_client_response, struct client_response *, response_close);

#endif
