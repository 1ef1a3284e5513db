// A loop inside of another one: a plain program waits with poll(2) for its descriptor and turns it.
// RUN: %build %s -o %t && %run %t | FileCheck %s
// UNSUPPORTED: poll, faults

#include <async.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static bool ended;

async void echo(int fd)
{
    char text[10];
    ssize_t n;
    while ((n = await async_read(fd, text, sizeof text)) > 0) {
        await async_sleep(0.002);
        await async_write_all(fd, text, n);
    }
    ended = true;
}

static void called(void *argument)
{
    *(bool *)argument = true;
}

static struct async_loop *loop;
static bool is_called;

static void *thread(void *unused)
{
    usleep(1000);
    async_call_soon_threadsafe(loop, called, &is_called);
    return unused;
}

// Waits for the loop's descriptor and one of its own, as any library would.
static void wait_and_turn(int own)
{
    struct pollfd both[] = { { .fd = async_loop_fd(loop), .events = POLLIN }, { .fd = own, .events = POLLIN } };
    if (poll(both, 2, 5000) == 0)
        printf("nothing came\n");
    if (both[0].revents && async_loop_turn(loop) < 0)
        printf("failed\n");
}

static bool is_readable(int fd)
{
    struct pollfd one = { .fd = fd, .events = POLLIN };
    return poll(&one, 1, 0) > 0;
}

int main(void)
{
    int ends[2];
    char text[10];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    loop = async_get_event_loop();
    // CHECK: nothing to do: 0
    printf("nothing to do: %d\n", is_readable(async_loop_fd(loop)));
    async_detach(async_create_task(echo(ends[0])));
    // CHECK-NEXT: a task: 1
    printf("a task: %d\n", is_readable(async_loop_fd(loop)));
    for (int i = 0; i < 3; i++) {
        // Before it is turned it waits for nobody, afterwards for us.
        while (is_readable(async_loop_fd(loop)))
            async_loop_turn(loop);
        write(ends[1], "hello", 5);
        while (!is_readable(ends[1]))
            wait_and_turn(ends[1]);
        ssize_t n = read(ends[1], text, sizeof text);
        printf("%.*s\n", (int)n, text);
    }
    // CHECK-NEXT: hello
    // CHECK-NEXT: hello
    // CHECK-NEXT: hello
    pthread_t other;
    pthread_create(&other, NULL, thread, NULL);
    while (!is_called)
        wait_and_turn(-1);
    pthread_join(other, NULL);
    // CHECK-NEXT: called
    printf("called\n");
    close(ends[1]);
    while (!ended)
        wait_and_turn(-1);
    // CHECK-NEXT: closed 0
    printf("closed %d\n", async_loop_close(loop));
    return 0;
}
