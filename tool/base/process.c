// process.c: see process.h.
//
// The handler of a signal must find what to end and what to remove without locks and without malloc: one child and one
// directory, in two static variables. They are changed with the signals blocked.
#define _GNU_SOURCE
#include "base/process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum place { OWN_GROUP, FOREGROUND };

static volatile pid_t child;            // the running program, or 0
static volatile enum place child_place;
static char directory[PATH_MAX];        // the temporary directory, or ""
static bool watching;                   // the handler is in place

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

static int wait_for(pid_t pid)
{
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return -errno;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

// Removes the files in the directory, then the directory. Only system calls: it runs in the handler too.
static void empty_directory(void)
{
    int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    alignas(struct dirent64) char entries[4096];
    ssize_t got;
    while ((got = getdents64(fd, entries, sizeof entries)) > 0) {
        for (ssize_t at = 0; at < got;) {
            struct dirent64 *entry = (struct dirent64 *)(entries + at);
            unlinkat(fd, entry->d_name, 0);     // "." and ".." refuse by themselves
            at += entry->d_reclen;
        }
    }
    close(fd);
}

void process_remove_directory(void)
{
    if (!directory[0])
        return;
    empty_directory();
    rmdir(directory);
    directory[0] = 0;
}

static void end_by_signal(int number)
{
    int interrupted_errno = errno;
    if (child && child_place == FOREGROUND) {
        // The program decides what the signal means; the terminal's SIGINT has reached it already.
        if (number != SIGINT)
            kill(child, number);
        errno = interrupted_errno;
        return;
    }
    if (child) {
        kill(-child, number);
        wait_for(child);
        kill(-child, SIGKILL);      // what is left of its group
    }
    process_remove_directory();
    signal(number, SIG_DFL);
    raise(number);
}

// A signal that our caller ignores (nohup) stays ignored.
static void watch_signals(void)
{
    if (watching)
        return;
    watching = true;
    struct sigaction action = {.sa_handler = end_by_signal, .sa_flags = SA_RESTART};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaddset(&action.sa_mask, signals[i]);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction old;
        if (sigaction(signals[i], nullptr, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, nullptr);
    }
}

void process_hold_signals(sigset_t *old)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaddset(&set, signals[i]);
    pthread_sigmask(SIG_BLOCK, &set, old);
}

// Starts argv with these for its standard input, output and error; -1: ours. From its return on the handler knows the child.
static int start(const char *const argv[], enum place place, const int files[3])
{
    watch_signals();
    sigset_t old;
    process_hold_signals(&old);

    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_setsigmask(&attributes, &old);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | (place == OWN_GROUP ? POSIX_SPAWN_SETPGROUP : 0));
    for (int i = 0; files && i < 3; i++)
        if (files[i] >= 0)
            posix_spawn_file_actions_adddup2(&actions, files[i], i);

    pid_t pid = 0;
    int err = posix_spawnp(&pid, argv[0], &actions, &attributes, (char *const *)argv, environ);
    if (!err) {
        child_place = place;
        child = pid;
    }
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    return -err;
}

// Waits for the started child. It stays a zombie until the handler has been told to forget it: a process id that was
// reaped may already be someone else's.
static int finish(void)
{
    siginfo_t info;
    while (waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT) < 0 && errno == EINTR)
        ;
    sigset_t old;
    process_hold_signals(&old);
    int status = wait_for(child);
    child = 0;
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    return status;
}

int process_run(const char *const argv[])
{
    int err = start(argv, OWN_GROUP, nullptr);
    return err < 0 ? err : finish();
}

int process_run_foreground(const char *const argv[])
{
    int err = start(argv, FOREGROUND, nullptr);
    return err < 0 ? err : finish();
}

static void read_all(int fd, struct buf *out)
{
    char piece[1 << 16];
    for (;;) {
        ssize_t got = read(fd, piece, sizeof piece);
        if (got > 0)
            buf_add(out, piece, (size_t)got);
        else if (got == 0 || errno != EINTR)
            return;
    }
}

int process_start_capture(const char *const argv[])
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return -errno;
    fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);      // so that it need not wait for us; where that is not allowed, it does
    // Where our own standard output is closed, the pipe may have got its number: dup2 to itself would keep O_CLOEXEC.
    // posix_spawn clears the flag in that case.
    int err = start(argv, OWN_GROUP, (int[]){-1, ends[1], -1});
    close(ends[1]);
    if (err < 0)
        close(ends[0]);
    return err < 0 ? err : ends[0];
}

int process_finish_capture(int pipe, struct buf *out)
{
    read_all(pipe, out);
    close(pipe);
    return finish();
}

// --- a program that is watched

enum { MOST_TEXT = 1 << 18 };    // of what it says the end is kept: a flood must not take our memory

// Reads what is there. Returns false at the end of the text.
static bool read_some(int fd, struct buf *text)
{
    char piece[1 << 12];
    for (;;) {
        ssize_t got = read(fd, piece, sizeof piece);
        if (got == 0 || (got < 0 && errno != EINTR))
            return got < 0 && errno == EAGAIN;
        if (got > 0)
            buf_add(text, piece, (size_t)got);
        if (text->length > MOST_TEXT) {
            text->length -= MOST_TEXT / 2;
            memmove(text->text, text->text + MOST_TEXT / 2, text->length + 1);
        }
        if (got > 0 && got < (ssize_t)sizeof piece)
            return true;
    }
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Reads along until the child has ended. Returns false if its time was up before.
static bool watch(int ended, int fd, double seconds, struct buf *text)
{
    double end = seconds_now() + seconds;
    struct pollfd files[] = {{.fd = ended, .events = POLLIN}, {.fd = fd, .events = POLLIN}};
    while (!files[0].revents) {
        double left = end - seconds_now();
        if (left <= 0)
            return false;
        if (poll(files, 2, left < 1e6 ? (int)(left * 1000) + 1 : 1000000000) < 0)
            continue;       // a signal
        // Who has inherited the end of the pipe may keep it open for longer than the child lives.
        if (files[1].revents && !read_some(fd, text))
            files[1].fd = -1;
    }
    read_some(fd, text);
    return true;
}

static int finish_watched(int fd, double seconds, struct buf *text, struct process_end *end)
{
    int ended = pidfd_open(child, 0);
    int err = ended < 0 ? -errno : 0;
    end->is_late = err || !watch(ended, fd, seconds, text);
    if (end->is_late)
        kill(-child, SIGKILL);
    if (ended >= 0)
        close(ended);
    siginfo_t info;
    while (waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT) < 0 && errno == EINTR)
        ;
    end->status = info.si_code == CLD_EXITED ? info.si_status : 0;
    end->signal = info.si_code == CLD_EXITED ? 0 : info.si_status;
    kill(-child, SIGKILL);          // what is left of its group
    finish();
    return err;
}

int process_watch(const char *const argv[], double seconds, struct buf *text, struct process_end *end)
{
    int ends[2], nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nothing < 0)
        return -errno;
    int err = pipe2(ends, O_CLOEXEC) < 0 ? -errno : 0;
    if (err)
        goto close_nothing;
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    err = start(argv, OWN_GROUP, (int[]){nothing, nothing, ends[1]});
    close(ends[1]);
    if (!err)
        err = finish_watched(ends[0], seconds, text, end);
    close(ends[0]);
close_nothing:
    close(nothing);
    return err;
}

// In the child of process_fork(): what the parent's handler ends or removes is not ours.
static void become_child(pid_t parent, const sigset_t *mask)
{
    setpgid(0, 0);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction action;
        if (sigaction(signals[i], nullptr, &action) == 0 && action.sa_handler == end_by_signal)
            signal(signals[i], SIG_DFL);
    }
    watching = false;
    directory[0] = 0;
    pthread_sigmask(SIG_SETMASK, mask, nullptr);
    // SIGKILL: the others may be ignored. The parent may have ended before it was asked for.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _Exit(1);
}

int process_fork(int (*work)(void *argument), void *argument)
{
    watch_signals();
    fflush(nullptr);                // or both would write it
    pid_t parent = getpid();
    sigset_t old;
    process_hold_signals(&old);
    pid_t pid = fork();
    if (pid == 0) {
        become_child(parent, &old);
        exit(work(argument));
    }
    int err = pid < 0 ? -errno : 0;
    if (!err) {
        setpgid(pid, pid);          // whoever comes first: the handler sends to the group
        child_place = OWN_GROUP;
        child = pid;
    }
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    return err < 0 ? err : finish();
}

bool process_find(const char *program, char *file, size_t size)
{
    for (const char *path = getenv("PATH"); path && *path;) {
        int length = (int)strcspn(path, ":");
        snprintf(file, size, "%.*s/%s", length, path, program);
        if (access(file, X_OK) == 0)
            return true;
        path += length + (path[length] == ':');
    }
    return false;
}

int process_exec(const char *const argv[])
{
    execvp(argv[0], (char *const *)argv);
    return -errno;
}

const char *process_directory(void)
{
    if (directory[0])
        return directory;
    static bool removed_at_exit;
    const char *parent = getenv("TMPDIR");
    char path[PATH_MAX];
    int length = snprintf(path, sizeof path, "%s/asyncc-XXXXXX", parent && *parent ? parent : "/tmp");
    if (length >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        return nullptr;
    }
    watch_signals();
    sigset_t old;
    process_hold_signals(&old);
    if (mkdtemp(path))
        memcpy(directory, path, (size_t)length + 1);
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    if (!directory[0])
        return nullptr;
    if (!removed_at_exit)
        atexit(process_remove_directory);
    removed_at_exit = true;
    return directory;
}
