// process.h: other programs (compilers), run by argument vectors and never through a shell, and work in a child process.
//
// Each runs in a process group of its own, so that it can be ended together with its own children: a clang
// driver that is killed alone leaves its -cc1 running. While one runs, and while a temporary directory exists, SIGINT,
// SIGTERM and SIGHUP end the group, remove the directory and then end us, by the same signal.
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/buf.h"

#include <signal.h>

// Runs argv (null-ended, looked up in PATH) and waits. Returns its exit status, 128 + n if signal n ended it, or -errno
// if it could not be started. Standard input, output and error are ours.
int process_run(const char *const argv[]);

// The same, with standard output added to out, in two steps: the program runs beside what is done between them. The first
// returns what the second needs, or -errno.
int process_start_capture(const char *const argv[]);
int process_finish_capture(int pipe, struct buf *out);

// The same for a user's program rather than a compiler: it stays in our process group, so that it may read the terminal
// and gets the terminal's signals itself; a SIGTERM or SIGHUP that we get is handed on.
int process_run_foreground(const char *const argv[]);

// The same for a program that is tested: it is ended when its time is up, and so is what it leaves behind. Its standard error is
// added to text (the last part, if it is very long); it reads nothing, and its standard output is dropped. Returns 0 or -errno.
struct process_end {
    int status;             // where no signal ended it
    int signal;             // else 0
    bool is_late;           // its time was up
};
int process_watch(const char *const argv[], double seconds, struct buf *text, struct process_end *end);

// Does the work in a child process and waits. Returns what the work returns (0 … 127), 128 + n if signal n ended the
// child, or -errno if there could be none. The child ends with us, however we end.
int process_fork(int (*work)(void *argument), void *argument);

// Puts those three signals off, in this thread, until pthread_sigmask(SIG_SETMASK, old, …).
void process_hold_signals(sigset_t *old);

// Where PATH has this program: its path is then in file. False: nowhere.
bool process_find(const char *program, char *file, size_t size);

// Replaces this process by argv. Returns -errno if that fails, else never.
int process_exec(const char *const argv[]);

// The private directory of this process (mode 0700, under $TMPDIR or /tmp), made by the first call. It holds files only
// and is removed with them by process_remove_directory, by a signal, and by exit. Null with errno set if it cannot be made.
const char *process_directory(void);
void process_remove_directory(void);

#endif
