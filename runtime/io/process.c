// process.c: other programs.
//
// Their end is a readable descriptor (pidfd), so any number of tasks may wait for it, and whoever sees it first takes the status.
// A process that nobody has waited for is waited for by its close: no zombies.

#define _GNU_SOURCE

#include <async.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"
#include "io/stream.h"

#ifndef P_PIDFD
#define P_PIDFD 3
#endif

extern char **environ;

struct async_process {
    int error;
    pid_t pid;
    int pidfd;
    bool has_ended;
    int status;
    struct async_stream *streams[3];
};

static _Thread_local struct async_process no_memory;

// ---- the child's descriptors

// What a child gets as its descriptor 0, 1 or 2, and our end of it.
struct end {
    int child, ours;                 // -1: none
    bool closes_child;               // the child's is open for it alone
};

static int open_nothing(int flags)
{
    int fd;
    do
        fd = open("/dev/null", flags | O_CLOEXEC);
    while (fd < 0 && errno == EINTR);
    return fd;
}

static int open_end(struct end *end, int number, int what)
{
    int ends[2];
    *end = (struct end){ .child = what, .ours = -1 };
    switch (what) {
    case ASYNC_PIPE:
        if (pipe2(ends, O_CLOEXEC) < 0)
            return -errno;
        *end = (struct end){ .child = ends[number != 0], .ours = ends[number == 0], .closes_child = true };
        fcntl(end->ours, F_SETFL, O_NONBLOCK);
        return 0;
    case ASYNC_INHERIT:
        end->child = number;
        return 0;
    case ASYNC_DEVNULL:
        end->child = open_nothing(number ? O_WRONLY : O_RDONLY);
        end->closes_child = end->child >= 0;
        return end->child < 0 ? -errno : 0;
    default:
        return what > 0 || (what == ASYNC_STDOUT && number == 2) ? 0 : -EINVAL;
    }
}

static void close_childs_end(struct end *end)
{
    if (end->closes_child)
        close(end->child);
    end->closes_child = false;
}

// One of 0, 1 and 2 that is not for itself would be lost when the child puts another one there.
static int move_up(struct end *end, int number)
{
    if (end->child < 0 || end->child > 2 || end->child == number)
        return 0;
    int above = fcntl(end->child, F_DUPFD_CLOEXEC, 3), error = errno;
    close_childs_end(end);
    if (above < 0)
        return -error;
    end->child = above;
    end->closes_child = true;
    return 0;
}

static void close_our_ends(struct end ends[3])
{
    for (int i = 0; i < 3; i++)
        if (ends[i].ours >= 0)
            close(ends[i].ours);
}

// ---- starting

static int add_descriptors(posix_spawn_file_actions_t *actions, struct end ends[3])
{
    int error = 0;
    for (int i = 0; i < 3 && !error; i++)
        if (ends[i].child >= 0)
            error = posix_spawn_file_actions_adddup2(actions, ends[i].child, i);
    if (!error && ends[2].child == ASYNC_STDOUT)
        error = posix_spawn_file_actions_adddup2(actions, 1, 2);
    return error;
}

// The child has the signals as any program expects them: what we block or catch is nothing to it.
static int set_signals(posix_spawnattr_t *attributes)
{
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    int error = posix_spawnattr_setsigmask(attributes, &none);
    error = error ? error : posix_spawnattr_setsigdefault(attributes, &usual);
    return error ? error : posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

// 0 or -errno.
static int spawn(pid_t *pid, struct end ends[3], const char *const argv[], const struct async_subprocess_options *options)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);
    if (error)
        return -error;
    error = posix_spawnattr_init(&attributes);
    if (!error) {
        error = set_signals(&attributes);
        if (!error && options->directory)
            error = posix_spawn_file_actions_addchdir_np(&actions, options->directory);
        error = error ? error : add_descriptors(&actions, ends);
        error = error ? error : posix_spawnp(pid, argv[0], &actions, &attributes, (char *const *)argv,
                                             options->environment ? options->environment : environ);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return -error;
}

static int open_pidfd(pid_t pid)
{
    int fd = (int)syscall(SYS_pidfd_open, pid, 0);
    if (fd < 0)
        return -errno;
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    return fd;
}

static void end_at_once(struct async_process *p)
{
    kill(p->pid, SIGKILL);
    while (waitpid(p->pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

static int start(struct async_process *p, const char *const argv[], const struct async_subprocess_options *options, struct end ends[3])
{
    int error = spawn(&p->pid, ends, argv, options);
    if (error)
        return error;
    p->pidfd = open_pidfd(p->pid);
    if (p->pidfd < 0)
        end_at_once(p);
    return p->pidfd < 0 ? p->pidfd : 0;
}

static void make_streams(struct async_process *p, struct end ends[3])
{
    for (int i = 0; i < 3; i++) {
        bool is_input = i == 0;
        struct async_stream *s = ends[i].ours < 0 ? async__stream_failed(p->error ? p->error : -EBADF)
                                                  : async__stream_new(is_input ? -1 : ends[i].ours, is_input ? ends[i].ours : -1);
        p->streams[i] = s ? s : async__stream_failed(-ENOMEM);
        p->streams[i]->is_owned = true;
    }
}

async struct async_process *async_subprocess_exec(const char *const argv[], const struct async_subprocess_options *options)
{
    static const struct async_subprocess_options usual;
    options = options ? options : &usual;
    const int what[3] = { options->input, options->output, options->error };
    struct end ends[3] = { { -1, -1, false }, { -1, -1, false }, { -1, -1, false } };
    struct async_process *p = async__alloc(sizeof *p);
    if (!p)
        p = &no_memory;
    *p = (struct async_process){ .error = p == &no_memory ? -ENOMEM : argv && argv[0] ? 0 : -EINVAL, .pidfd = -1 };
    for (int i = 0; i < 3 && !p->error; i++)
        p->error = open_end(&ends[i], i, what[i]);
    for (int i = 0; i < 3 && !p->error; i++)
        p->error = move_up(&ends[i], i);
    if (!p->error)
        p->error = start(p, argv, options, ends);
    for (int i = 0; i < 3; i++)
        close_childs_end(&ends[i]);
    if (p->error) {
        close_our_ends(ends);
        for (int i = 0; i < 3; i++)
            ends[i].ours = -1;
    }
    make_streams(p, ends);
    return p;
}

int async_process_error(const struct async_process *p)
{
    return p->error;
}

int async_process_pid(const struct async_process *p)
{
    return p->error ? p->error : p->pid;
}

struct async_stream *async_process_stdin(struct async_process *p)
{
    return p->streams[0];
}

struct async_stream *async_process_stdout(struct async_process *p)
{
    return p->streams[1];
}

struct async_stream *async_process_stderr(struct async_process *p)
{
    return p->streams[2];
}

// ---- its end

// Takes its status if it has ended.
static void look(struct async_process *p)
{
    siginfo_t info = { .si_pid = 0 };
    if (p->has_ended || p->error)
        return;
    int result;
    do
        result = waitid((idtype_t)P_PIDFD, (id_t)p->pidfd, &info, WEXITED | WNOHANG);
    while (result < 0 && errno == EINTR);
    if (result < 0)
        p->error = -errno;           // somebody else has waited for it
    else if (info.si_pid) {
        p->has_ended = true;
        p->status = info.si_code == CLD_EXITED ? info.si_status : -info.si_status;
    }
}

async int async_process_wait(struct async_process *p)
{
    for (;;) {
        look(p);
        if (p->has_ended)
            return p->status;
        if (p->error)
            return p->error;
        int error = await async_wait_readable(p->pidfd);
        if (error < 0)
            return error;
    }
}

int async_process_signal(struct async_process *p, int signal)
{
    look(p);
    if (p->error || p->has_ended)
        return p->error ? p->error : -ESRCH;
    return syscall(SYS_pidfd_send_signal, p->pidfd, signal, NULL, 0) < 0 ? -errno : 0;
}

// Also if its end cannot be waited for, for want of memory: a zombie would stay for as long as we live.
static async void see_its_end(struct async_process *p)
{
    for (look(p); !p->has_ended && !p->error; look(p))
        if (await async_wait_readable(p->pidfd) < 0)
            await async_sleep(0.01);
}

static async void end(struct async_process *p)
{
    async_process_signal(p, SIGKILL);
    await see_its_end(p);
    for (int i = 0; i < 3; i++)
        await async__stream_abort(p->streams[i]);
    if (p->pidfd >= 0)
        await async_close(p->pidfd);
    if (p != &no_memory)
        async__free(p);
}

async int async_process_close(struct async_process *p)
{
    if (!p)
        return 0;
    int error = p->error;
    defer await end(p);
    return error;
}
