// Headers of large libraries, and what their macros make, work in async functions.
// RUN: %build %s -o %t %with-libraries && %run %t | FileCheck %s
#include <curl/curl.h>
#include <glib.h>
#include <liburing.h>
#include <uv.h>

#include <async.h>
#include <stdio.h>
#include <string.h>

static async size_t length(const char *text)
{
    await async_yield();
    return strlen(text);
}

static async int lists(void)
{
    GList *list = NULL;
    for (int i = 0; i < 3; i++)
        list = g_list_append(list, GINT_TO_POINTER((int)await length("abc") + i));
    int sum = 0;
    for (GList *l = list; l != NULL; l = l->next)
        sum += GPOINTER_TO_INT(l->data) * (int)await length("x");
    g_list_free(list);
    g_autoptr(GString) text = g_string_new("a");
    g_string_append_c(text, 'b');
    await async_yield();
    g_return_val_if_fail(text != NULL, -1);
    g_assert_cmpint(await length(text->str), ==, 2);
    return sum + MAX(2, 1);
}

static async int rings(void)
{
    struct io_uring ring;
    struct io_uring_params params = {};
    int error = io_uring_queue_init_params(4, &ring, &params);
    if (error < 0)
        return 1;               // not allowed here
    struct io_uring_sqe *sqe = io_uring_get_sqe(&ring);
    io_uring_prep_nop(sqe);
    io_uring_sqe_set_data(sqe, &params);
    await async_yield();
    io_uring_submit(&ring);
    struct io_uring_cqe *cqe;
    error = io_uring_wait_cqe(&ring, &cqe);
    int fine = error == 0 && io_uring_cqe_get_data(cqe) == &params;
    io_uring_cqe_seen(&ring, cqe);
    io_uring_queue_exit(&ring);
    return fine;
}

static async int loops(void)
{
    uv_loop_t loop;
    uv_timer_t timer;
    if (uv_loop_init(&loop) || uv_timer_init(&loop, &timer))
        return 0;
    timer.data = &loop;
    await async_yield();
    uv_close((uv_handle_t *)&timer, NULL);
    uv_run(&loop, UV_RUN_DEFAULT);
    return uv_loop_close(&loop) == 0 && timer.data == &loop && await length(uv_strerror(UV_EAGAIN)) > 0;
}

static async int transfers(void)
{
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "http://localhost/");
    await async_yield();
    CURLcode code = curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)await length("1234"));
    char *url = NULL;
    curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &url);
    int fine = code == CURLE_OK && url && await length(url) > 0;
    curl_easy_cleanup(curl);
    return fine;
}

async int main(void)
{
    // CHECK: 14 1 1 1
    printf("%d %d %d %d\n", await lists(), await rings(), await loops(), await transfers());
    return 0;
}
