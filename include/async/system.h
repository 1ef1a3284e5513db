// async/system.h: threads, files, names and signals. Part of <async.h>.
//
//     int fd = await async_open("notes.txt", O_RDONLY, 0);
//     int sum = await async_to_thread(add_up, &numbers);
//
// Errors     0 or a count, else a negative errno value. errno itself says nothing
// Threads    what the system only does while the caller waits is done on other threads of the process, at most
//            min(32, processors + 4) of them or as many as ASYNC_THREADS in the environment says (256 are the most).
//            They do what they are given in the order in which it comes. Where none can be started: -EAGAIN
// Stopping   a task that is asked to stop before a thread has begun with what it waits for takes it back: nothing of it
//            happens. What has begun cannot be taken back: it is waited for, its value is given, and the request waits
// Memory     what is pointed to must be there until the call has ended

#ifndef ASYNC_SYSTEM_H
#define ASYNC_SYSTEM_H

struct addrinfo;

// ---- threads

// Calls function(argument) on another thread and gives its value. It must not touch futures, tasks or the loop: of all
// functions here, only async_call_soon_threadsafe is for other threads.
async_fn(int) async_to_thread(int (*function)(void *), void *argument);

// ---- files, as in POSIX

async_fn(int) async_open(const char *path, int flags, unsigned mode);      // a descriptor; mode counts with O_CREAT only
async_fn(int) async_fsync(int fd);
// At an offset of a file; the file's own position stays as it is. A count, which may be less than `size`; 0: the end.
async_fn(__PTRDIFF_TYPE__) async_pread(int fd, void *, __SIZE_TYPE__ size, __INT64_TYPE__ offset);
async_fn(__PTRDIFF_TYPE__) async_pwrite(int fd, const void *, __SIZE_TYPE__ size, __INT64_TYPE__ offset);

// ---- names

// As getaddrinfo(): 0 and a list in *list, which freeaddrinfo() frees; else an error, and *list is null. The errors are
//
//     ASYNC_EAI(EAI_NONAME) and so on    what <netdb.h> calls EAI_NONAME …
//     -errno                             what getaddrinfo() calls EAI_SYSTEM; -ENOMEM: what it calls EAI_MEMORY
//
// The first are -10000 and below, where no errno value is: the numbers that getaddrinfo() gives are those of errno, too.
async_fn(int) async_getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **list);
#define ASYNC_EAI(code) ((code) < 0 ? -10000 + (code) : -10000 - (code))

// What an error means, in English: of any negative number that a function of this library gives. From any thread.
const char *async_error(int error);

// ---- signals

// Waits for the next signal of this number: 0, or -EINVAL where it cannot be waited for (SIGKILL, SIGSTOP, and the faults
// SIGSEGV, SIGBUS, SIGFPE, SIGILL).
//
// The first call takes the signal over, from whatever would happen otherwise, until the loop closes; then what was there
// before is there again. SIGINT, too, which else stops main, is then only what the program makes of it. A signal that comes
// while nobody waits is kept for the next who does; several of one number that are kept are one. All who wait are woken, in
// each loop that has taken the signal over.
async_fn(int) async_signal(int number);

// ---- several loops

// Runs a loop on each of `count` threads, the calling one among them (0: as many as there are processors), and in each the
// future that function(index, argument) makes there, index being 0, 1, … count - 1. Each loop has its own tasks: nothing
// goes from one to another but by async_call_soon_threadsafe. Returns when all have ended: 0, or the first error.
//
// A future fails if its value is negative or if it gives none: -ECANCELED, -ENOMEM, -EDEADLK. So does a thread that cannot be
// started: -EAGAIN. The first failure is what is returned, and all others are asked to stop. -EBUSY in a loop that runs.
int async_run_on_cores(__SIZE_TYPE__ count, async_future(int) (*function)(__SIZE_TYPE__ index, void *argument), void *argument);

#endif
