// async/stream.h: connections, servers and other programs, as buffered streams of bytes. Part of <async.h>.
//
//     async_with (auto s = async_open_connection("localhost", "7")) {
//         await async_stream_write(s, "hello\n", 6);
//         char line[80];
//         ssize_t length = await async_stream_readline(s, line, sizeof line);
//     }
//
// Ownership  what is opened here is closed by its close function, which async_with calls. What makes a stream, a server or a process
//            never gives null: one that could not be made has an error, and every call gives that
// Errors     0 or a count, else a negative errno value. A stream keeps its first error, and every later call gives it
// Waiting    several tasks may use one stream; those that read, and those that write, do so one after the other

#ifndef ASYNC_STREAM_H
#define ASYNC_STREAM_H

struct async_stream;
struct async_server;
struct async_process;

// ---- streams

// Connects to a TCP port, which may have a name ("http"). A host that begins with / is the path of a Unix socket, and the port
// is not looked at. All addresses of the host are tried in their order.
async_fn(struct async_stream *) async_open_connection(const char *host, const char *port);
// A stream of any descriptor, which it owns from now on.
struct async_stream *async_stream_from_fd(int fd);

int async_stream_error(const struct async_stream *);     // its first error; 0: none
int async_stream_fd(const struct async_stream *);        // the descriptor that it reads from; -EBADF: none

// Up to `size` bytes, as soon as there are any. 0: the other side has ended.
async_fn(__PTRDIFF_TYPE__) async_stream_read(struct async_stream *, void *buffer, __SIZE_TYPE__ size);
// Exactly `size` bytes; fewer only if the other side ends before. Nothing is taken when it fails or is cancelled.
async_fn(__PTRDIFF_TYPE__) async_stream_readexactly(struct async_stream *, void *buffer, __SIZE_TYPE__ size);
// A line with its \n, ended by a zero byte that is not counted. The last one may lack the \n; 0: the other side has ended. -ENOBUFS:
// the line does not fit into `size` bytes; nothing has been taken, and that is no error that the stream keeps.
async_fn(__PTRDIFF_TYPE__) async_stream_readline(struct async_stream *, char *line, __SIZE_TYPE__ size);
// The same up to another byte.
async_fn(__PTRDIFF_TYPE__) async_stream_readuntil(struct async_stream *, int byte, char *text, __SIZE_TYPE__ size);

// Takes all of it, or nothing if it fails or is cancelled. It waits only while there is much that the other side has not fetched.
// The bytes are the caller's again when it returns.
async_fn(__PTRDIFF_TYPE__) async_stream_write(struct async_stream *, const void *bytes, __SIZE_TYPE__ size);
async_fn(int) async_stream_drain(struct async_stream *);       // until the kernel has all that was written
async_fn(int) async_stream_shutdown(struct async_stream *);    // drains and ends this side; the other one may still be read
// Drains, closes and frees it. Other tasks that wait in it get -ECANCELED. Where the task has been asked to stop, it does not wait:
// what was written still goes out while the loop runs.
async_fn(int) async_stream_close(struct async_stream *);
async__exit(async__exit_of_stream, struct async_stream *, async_stream_close);

// ---- servers

// Listens at all addresses of a host (null: every one of this machine), and runs the handler as a task for each connection. The
// stream belongs to the server: it is closed when the handler has ended, in whatever way, if the handler has not done so. Port "0":
// any that is free. A host that begins with / is the path of a Unix socket. Loops of async_run_on_cores may all listen at one port,
// and the connections are spread over them.
async_fn(struct async_server *) async_start_server(async_future(void) (*handler)(struct async_stream *, void *), void *argument,
                                                   const char *host, const char *port);
int async_server_error(const struct async_server *);
int async_server_port(const struct async_server *);            // where it listens; -errno: nowhere
// No new connections; waits until the handlers have ended. A handler may call it, too: it waits for those that do not.
async_fn(int) async_server_stop(struct async_server *);
// Cancels the handlers, waits for them and frees the server. Not for handlers: it would wait for itself.
async_fn(int) async_server_close(struct async_server *);
async__exit(async__exit_of_server, struct async_server *, async_server_close);

// ---- other programs

// Where one of the program's standard streams leads to.
enum {
    ASYNC_PIPE = 0,                // to a stream of ours
    ASYNC_INHERIT = -1,            // where our own does
    ASYNC_DEVNULL = -2,
    ASYNC_STDOUT = -3,             // for `error` only: where `output` does
};
struct async_subprocess_options {
    int input, output, error;      // one of these, or a descriptor
    const char *directory;         // where it starts; null: where we are
    char *const *environment;      // as environ; null: ours
};

// Starts a program, which is looked for in PATH. argv ends with null. Without options all three streams are pipes: what is not read
// from the latter two may stop the program.
async_fn(struct async_process *) async_subprocess_exec(const char *const argv[], const struct async_subprocess_options *options);
int async_process_error(const struct async_process *);         // why it could not be started; 0: it was
int async_process_pid(const struct async_process *);
// Its pipes, which belong to the process; one that is no pipe is a stream with the error -EBADF. Ending its input is
// async_stream_shutdown(async_process_stdin(p)), or closing it.
struct async_stream *async_process_stdin(struct async_process *);
struct async_stream *async_process_stdout(struct async_process *);
struct async_stream *async_process_stderr(struct async_process *);
// Waits for its end: its exit status, or -n when signal n has ended it. Any number of tasks, any number of times.
async_fn(int) async_process_wait(struct async_process *);
// Sends it a signal, SIGKILL if none is given: async_process_kill(p), async_process_kill(p, SIGTERM). 0, or -ESRCH when it has ended.
#define async_process_kill(...) async__process_kill(__VA_ARGS__, 9, )
#define async__process_kill(process, signal, ...) async_process_signal(process, signal)
int async_process_signal(struct async_process *, int signal);
// Kills it if it still runs, waits for its end, closes its pipes and frees it.
async_fn(int) async_process_close(struct async_process *);
async__exit(async__exit_of_process, struct async_process *, async_process_close);

#endif
