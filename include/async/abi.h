// async/abi.h: what generated code and the runtime agree on, and nothing else.
//
// asyncc turns every async function `T f(params)` into four plain functions:
//
//     body     the user's statements with a `switch (state)` in front; inlined into the next two
//     start    f.start(task, params)     what `await f(…)` calls: an ordinary C call that takes a frame only if it suspends
//     resume   resume(task, frame)       continues at frame->state; reached through the descriptor
//     maker    f(params)                 makes a coroutine object (task block + frame in state 0); runs nothing
//
//     +-----------------------------+
//     | struct async_task           |  a coroutine object, a task, a promise: what a future(T) points to
//     |   op, value                 |    op: what the task waits in; it looks like a frame, so a primitive needs no memory
//     +-----------------------------+
//     | struct async__frame  (f)    |  the task's first frame lies in the same block
//     |   params, locals …          |
//     +-----------------------------+
//                ^ awaiter
//     +-----------------------------+
//     | struct async__frame  (g)    |  frames of awaited functions come from the loop's pools, and only when they suspend
//     +-----------------------------+
//                ^ awaiter
//               op
//
// Start returns `{suspended, value}` in two registers. suspended is one of
//     null                the function has ended; its value is beside it (results of up to 8 bytes) or in *out
//     ASYNC__UNWOUND      the function has ended by unwinding (cancelled, no memory); task->reason says why
//     ASYNC__UNBEGUN      the same, for want of a frame to begin with
//     a frame             it waits; the awaiter sets frame->awaiter (and, for a result of over 8 bytes, its `out`),
//                         saves its own locals and returns its own frame as suspended
// A frame that ends stores its value in task->value or *out, gives its memory back and returns its awaiter, which the
// loop continues: constant work per resumption, no recursion. A frame that unwinds negates awaiter->state first. A task's first
// frame, which has the task's op as its awaiter, may end the task itself and return null (async__task_return).
//
// Everything here is C11 with GNU extensions, for gcc 12 and clang; nothing is included.

#ifndef ASYNC_ABI_H
#define ASYNC_ABI_H

#define ASYNC_ABI_VERSION 1

struct async_tag;              // never defined: marks the type behind future(T)
struct async_generator_tag;    // the same for generator(T)
struct async_task;
struct async__function;
struct async__waiter;

__extension__ typedef struct { } async_void;    // the type of a void value where an object is needed

// The header of everything that can be suspended.
struct async__frame {
    const struct async__function *function;
    struct async__frame *awaiter;              // continued when this frame ends; the next free frame while in a pool
    __INT32_TYPE__ state;                      // 0: not begun; n: in its nth await; -n: the same, to be left by unwinding
    __UINT8_TYPE__ pool;                       // that it goes back to; 0: see async__frame_release. Of a task's op: of the object
    __UINT8_TYPE__ status;                     // of a task's op: of the task
    __UINT16_TYPE__ flags;                     // of the runtime; of a task's op: of the task
};

// The frame of a function whose result is over 8 bytes begins so: the result goes to *out, which the awaiter sets.
struct async__result_frame {
    struct async__frame base;
    void *out;
};

// One await in a function, for dumps and debuggers.
struct async__site {
    __UINT32_TYPE__ line;
    const char *text;                          // the awaited expression as the user wrote it
};

// The static descriptor of an async function, of a primitive of the runtime, or of whatever else is woken.
struct async__function {
    void (*wake)(struct async__waiter *);      // what has waited may go on, or is to be run; null: it has no waiter of its own
    const char *name;
    const char *file;
    __UINT32_TYPE__ line;
    __UINT32_TYPE__ await_count;
    const struct async__site *awaits;          // awaits[n - 1] belongs to state n
    struct async__frame *(*resume)(struct async_task *, struct async__frame *);
    __UINT32_TYPE__ frame_size, frame_align;   // the whole frame, header included
    __UINT32_TYPE__ result_size, result_align; // 0 and 1 for void
    void (*withdraw)(struct async_task *);     // primitives only: take the operation in task->op back
                                               // primitives only, for reports: what task->op waits for, object by object
    const struct async_task *(*awaits_for)(const struct async_task *, __SIZE_TYPE__ index);    // null: no more
    void (*discard)(struct async_task *);      // a coroutine object is released unrun: what its arguments own. Null: nothing
};

// What can be woken. Linked in the wait list of the thing waited for, or in the loop's ready queue. That of a task overlaps its op.
struct __attribute__((may_alias)) async__waiter {
    struct async__waiter *next, *prev;
    const struct async__function *function;
};

// What a time wakes.
struct async__timer {
    struct async__waiter waiter;
    void *async__op[2];                        // where that of a task overlaps the rest of its op
    __UINT64_TYPE__ deadline;                  // nanoseconds of the loop's time; all ones: it does not come
};

// The part of a loop that generated code touches; the runtime's own loop begins with it.
enum {
    ASYNC__POOLS = 65,
    ASYNC__POOL_STEP = 16,
    ASYNC__POOL_OF_ROOTS = ASYNC__POOLS,       // where the first frames of tasks go: nothing is taken from there
    ASYNC__BLOCKS = 129,
    ASYNC__BLOCK_STEP = 8,
};
struct async_loop {
    __UINTPTR_TYPE__ stack_limit;              // below it a start is put off; all ones in hard mode: every start is
    struct async__waiter *ready_last;          // the end of the queue of what is ready; the queue is never empty
    __UINT32_TYPE__ made, ended;               // tasks
    __INT32_TYPE__ steps;                      // operations that need not wait, until the task that runs lets others run
    __UINT32_TYPE__ main_await;                // the await that main came to last, not counting those of cleanups; 0: none
    struct async__frame *pool[ASYNC__POOLS + 1];    // free frames of ASYNC__POOL_STEP * i bytes; pool[0] stays empty
    struct async_task *block[ASYNC__BLOCKS];   // free blocks of ASYNC__BLOCK_STEP * i bytes; block[0] stays empty
};
extern __thread struct async_loop *async__here;     // the loop that this thread runs, or has; null: none

// A part of a task that can be ended by itself: what has a deadline, a group. It lies in the frame of the function that has
// opened it; the task knows the innermost.
struct async__scope {
    struct async__scope *outer;
    struct async_task *task;
    __UINT32_TYPE__ mask;                      // of the task when it was opened: a cleanup's own scopes are not masked by it
    _Bool is_cancelled;                        // what has to wait in it unwinds
    _Bool has_deadline;                        // it is that of a struct async__timeout
};

struct async_task {
    union {
        struct async__waiter waiter;           // in the queue of what is ready, or in the list of what we wait for
        struct async__timer timer;             // while it sleeps
        struct {
            struct async__waiter *async__next, *async__prev;
            union {
                struct async__frame op;        // op.function: the waiter's. op.awaiter: the innermost suspended function. op->resume
                                               //   ends the task: the root frame's awaiter is &op. op.state counts cleanups that run:
                                               //   see async__mask
                struct {
                    const struct async__function *async__kept;
                    struct async_task *next_free;          // of a block that no object lies in
                };
            };
            union {                            // directly behind op, as in struct async__result_frame
                void *out;                     // while op waits for a result of over 8 bytes
                unsigned char value[8] __attribute__((aligned(8)));  // of the frame that ended last; at last the task's own
            };
        };
    };
    union {
        __INT32_TYPE__ reason;                 // while it runs, and after its end: why it unwinds; else 0
        void *target;                          // while it waits for one of these: what op waits for
    };
    struct async_loop *loop;
    struct async__waiter *waiters;             // who waits for our end, in order
    struct async__scope *scopes;               // the innermost one that is open
    __UINT32_TYPE__ references;
    __UINT32_TYPE__ number;                    // the loop's tasks are numbered in the order in which they were made
};

// How a body is compiled: into start and resume when the compiler optimises for speed, else once.
#if defined __OPTIMIZE__ && !defined __OPTIMIZE_SIZE__
#define ASYNC__BODY inline __attribute__((always_inline))
#else
#define ASYNC__BODY __attribute__((noinline))
#endif

#define ASYNC__UNWOUND ((struct async__frame *)1)
#define ASYNC__UNBEGUN ((struct async__frame *)2)      // the same, and its body has not begun: what the arguments own is the caller's

enum { ASYNC__WAITING, ASYNC__READY, ASYNC__RUNNING, ASYNC__FRESH, ASYNC__DONE, ASYNC__CANCELLED };    // task->op.status

// task->op.flags. Most tasks have none of them.
enum {
    ASYNC__IS_PROMISE = 1,
    ASYNC__HAS_RESOLVER = 2,     // a promise: the resolving end is still held
    ASYNC__IS_TAKEN = 4,         // a promise: the awaiting end has been asked for
    ASYNC__IS_ASKED = 8,         // to unwind; of a task: until its end
    ASYNC__IS_SHORT = 16,        // with IS_ASKED: for want of memory
    ASYNC__IS_HURT = 32,         // lives on the reserve and is to be asked as soon as it waits
    ASYNC__IS_NAMED = 64,
    ASYNC__IS_NOTED = 128,       // debug mode: its block ends with what is known of it
    ASYNC__IS_SCOPED = 256,      // one of its scopes is cancelled
    ASYNC__HAS_CHILDREN = 512,   // a gather, a race: something that it is to wait for runs already, before it does
    ASYNC__IS_LARGE = 1024,      // its result is over 8 bytes
    ASYNC__IS_CLOSED = 2048,     // with HAS_CHILDREN: it runs only to stop them
    ASYNC__IS_WITHDRAWN = 4096,  // asked to end; waits for what it waited for, which was cancelled with it
    ASYNC__IS_LOOSE = 8192,      // its block is from none of the loop's: see async__object_free
};

// frame->flags where frame->pool is 0. ROOT: that of an object which is no task, but awaited in its place.
enum { ASYNC__FRAME_ROOT = 1, ASYNC__FRAME_HEAP, ASYNC__FRAME_RESERVE };

extern _Bool async__debug;

// Memory of a frame in its pool's size, or 0 where it is too large for one.
static inline __UINT8_TYPE__ async__pool_of(__SIZE_TYPE__ size)
{
    return size <= (ASYNC__POOLS - 1) * ASYNC__POOL_STEP ? (size + ASYNC__POOL_STEP - 1) / ASYNC__POOL_STEP : 0;
}

// The pool that a frame of this function is taken from: none for a frame aligned more strictly than a pool's memory.
// `function` is constant where generated code calls this, so nothing is left of the test.
static inline __UINT8_TYPE__ async__pool_for(const struct async__function *function, __SIZE_TYPE__ size)
{
    return function->frame_align <= 16 ? async__pool_of(size) : 0;
}

// Where size counts, the runtime is called for what is written out otherwise.
#if defined __OPTIMIZE_SIZE__
enum { ASYNC__IS_SMALL = 1 };
#else
enum { ASYNC__IS_SMALL = 0 };
#endif

// The slow ways, in the runtime. refill never gives null (the loop's reserve stands behind it); try_refill may, and
// has then set task->reason.
__attribute__((returns_nonnull)) struct async__frame *async__frame_refill(struct async_task *, const struct async__function *);
struct async__frame *async__frame_try_refill(struct async_task *, const struct async__function *);
struct async__frame *async__frame_release(struct async_task *, struct async__frame *);   // returns frame's awaiter

static inline struct async__frame *async__pool_take(struct async_loop *loop, __UINT8_TYPE__ pool)
{
    struct async__frame *frame = loop->pool[pool];
    if (__builtin_expect(frame != 0, 1))
        loop->pool[pool] = frame->awaiter;
    return frame;
}

// Gives a frame back to its pool; returns whom to continue.
static inline struct async__frame *async__pool_give(struct async_loop *loop, struct async__frame *frame)
{
    __UINT8_TYPE__ pool = frame->pool;
    struct async__frame *awaiter = frame->awaiter;
    frame->awaiter = loop->pool[pool];
    loop->pool[pool] = frame;
    return awaiter;
}

// A frame for a function that suspends.
static inline void *async__frame_new(struct async_task *task, const struct async__function *function, __SIZE_TYPE__ size)
{
    struct async__frame *frame = ASYNC__IS_SMALL ? 0 : async__pool_take(task->loop, async__pool_for(function, size));
    if (__builtin_expect(frame == 0, 0))
        return async__frame_refill(task, function);
    frame->function = function;
    return frame;
}

// A frame for a function that needs one from its first statement on; null: no memory, the function unwinds.
static inline void *async__frame_try(struct async_task *task, const struct async__function *function, __SIZE_TYPE__ size)
{
    struct async__frame *frame = ASYNC__IS_SMALL ? 0 : async__pool_take(task->loop, async__pool_for(function, size));
    if (__builtin_expect(frame == 0, 0))
        return async__frame_try_refill(task, function);
    frame->function = function;
    return frame;
}

// Gives the memory of a frame that has ended back; returns whom to continue.
static inline struct async__frame *async__frame_end(struct async_task *task, struct async__frame *frame)
{
    if (ASYNC__IS_SMALL || __builtin_expect(frame->pool == 0, 0))
        return async__frame_release(task, frame);
    return async__pool_give(task->loop, frame);
}

// Is it the first frame of a task, as async__object_init has made it? It is read as it was written, and not as pools are.
static inline _Bool async__is_root(const struct async__frame *frame)
{
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    __UINT32_TYPE__ all;
    __builtin_memcpy(&all, &frame->pool, sizeof all);
    return all == ASYNC__POOL_OF_ROOTS;
#else
    return frame->pool == ASYNC__POOL_OF_ROOTS;
#endif
}

// The task's first frame has ended: as if its op were resumed. Returns null.
struct async__frame *async__task_return(struct async_task *);

// The same of a frame of this function. What its pool is compared with is constant, and nothing has to be looked for; the first frame
// of a task goes with its object.
static inline struct async__frame *async__frame_leave(struct async_task *task, struct async__frame *frame, const struct async__function *function,
                                                      __SIZE_TYPE__ size)
{
    __UINT8_TYPE__ pool = async__pool_for(function, size);
    if (!ASYNC__IS_SMALL && pool && __builtin_expect(frame->pool == pool, 1))
        return async__pool_give(task->loop, frame);
    if (!ASYNC__IS_SMALL && __builtin_expect(async__is_root(frame), 1))
        return async__task_return(task);
    return async__frame_release(task, frame);
}

// The same of a function without an await, which has hardly another frame than the first one of a task.
static inline struct async__frame *async__root_leave(struct async_task *task, struct async__frame *frame)
{
    if (!ASYNC__IS_SMALL && __builtin_expect(async__is_root(frame), 1))
        return async__task_return(task);
    return async__frame_end(task, frame);
}

// Gives the memory of a frame back that was taken at entry and has no awaiter yet.
static inline void async__frame_drop(struct async_task *task, struct async__frame *frame)
{
    frame->awaiter = 0;
    async__frame_end(task, frame);
}

// A size of a variably modified type, kept in the frame.
typedef __SIZE_TYPE__ async__size;

// Memory for an array of variable length that is in scope at an await. *array is null or what the last call gave, which is
// used again if it is large enough. Returns false if there is no memory, and task->reason then says so. Null may be freed.
_Bool async__array_take(struct async_task *, void **array, __SIZE_TYPE__ size, __SIZE_TYPE__ align);
void async__array_free(void *array);

// What an await decides in a statement like `await f() && x;`: compilers take the value of a call for used, and warn of x alone.
static inline _Bool async__decides(_Bool value)
{
    return value;
}

// What a start has returned: did the callee end, suspend, or unwind? Every await asks, so that these are macros: compilers spend
// time on each function that they inline.
#define async__suspends(suspended) __builtin_expect((suspended) != 0, 0)

static inline _Bool async__is_unwound(const struct async__frame *suspended)
{
    return (__UINTPTR_TYPE__)suspended - 1 < (__UINTPTR_TYPE__)ASYNC__UNBEGUN;      // one of the two
}

// The same of one that is not null, which costs less.
#define async__has_unwound(suspended) ((__UINTPTR_TYPE__)(suspended) <= (__UINTPTR_TYPE__)ASYNC__UNBEGUN)
// The same of what a body has returned, which has begun, so that both ways to ask are right: the first is shorter, the second lets clang
// see where each of the body's ends goes on.
#define async__body_unwound(suspended) ((__UINTPTR_TYPE__)(suspended) <= (ASYNC__IS_SMALL ? 1 : 2))

// What is neither null nor one of the two, and compilers are to know.
static inline struct async__frame *async__as_frame(struct async__frame *frame)
{
#ifdef __clang__
    if ((__UINTPTR_TYPE__)frame <= (__UINTPTR_TYPE__)ASYNC__UNBEGUN)
        __builtin_unreachable();
#else
    if (frame == 0 || frame == ASYNC__UNWOUND || frame == ASYNC__UNBEGUN)
        __builtin_unreachable();
#endif
    return frame;
}

// A reason to unwind is negative, and compilers are to know.
static inline __INT32_TYPE__ async__as_reason(__INT32_TYPE__ reason)
{
    if (reason >= 0)
        __builtin_unreachable();
    return reason;
}

// Why a function that has just unwound did so: what its awaiter keeps as its own way out.
static inline __INT32_TYPE__ async__unwinds_for(const struct async_task *task)
{
    return async__as_reason(task->reason);
}

// `frame` waits in its nth await, for `callee`. Returns frame, as suspended.
static inline struct async__frame *async__suspend(struct async__frame *frame, __INT32_TYPE__ n, struct async__frame *callee)
{
    frame->state = n;
    callee->awaiter = frame;
    return async__as_frame(frame);
}

// The same where the callee may have unwound instead, as the function does then.
struct async__frame *async__suspend_or_unwind(struct async__frame *frame, __INT32_TYPE__ n, struct async__frame *callee);

// The end of a frame that unwinds.
struct async__frame *async__frame_unwind(struct async_task *, struct async__frame *);

// True if a start must be put off to the loop because the C stack nears its end. Reads the stack pointer itself: the
// address of a local would lie on another stack under AddressSanitizer.
static inline _Bool async__stack_low(const struct async_task *task)
{
#if defined __x86_64__ && defined __LP64__
    _Bool is_low;
    __asm__("cmp{q %1, %%rsp| rsp, %1}" : "=@ccb"(is_low) : "m"(task->loop->stack_limit));
    return __builtin_expect(is_low, 0);
#else
#if defined __aarch64__
    __UINTPTR_TYPE__ here;
    __asm__("mov %0, sp" : "=r"(here));
#else
    __UINTPTR_TYPE__ here = (__UINTPTR_TYPE__)__builtin_frame_address(0);
#endif
    return __builtin_expect(here < task->loop->stack_limit, 0);
#endif
}

// Puts a start off: the loop enters `frame`, whose state is 0, before any other task. Returns frame, as suspended. (Not
// null: the compiler need not think of a callee that has ended without a value.)
__attribute__((returns_nonnull)) struct async__frame *async__start_later(struct async_task *, struct async__frame *frame);

// What is ready runs in the order in which it came.
static inline void async__ready_push(struct async_loop *loop, struct async__waiter *w)
{
    loop->ready_last->next = w;
    loop->ready_last = w;
}

// Has the object this status, and no flag?
static inline _Bool async__is_plainly(const struct async_task *object, __UINT8_TYPE__ status)
{
    return object->op.flags == 0 && object->op.status == status;
}

// Has a coroutine object not run, and no flag? It is read as the next one writes it: so compilers see what they know already. (Where
// only the status has just been written, a processor would have to wait for it to read both at once.)
static inline _Bool async__is_plainly_fresh(const struct async_task *object)
{
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    __UINT32_TYPE__ both;
    __builtin_memcpy(&both, &object->op.pool, sizeof both);
    return both >> 8 == ASYNC__FRESH;
#else
    return async__is_plainly(object, ASYNC__FRESH);
#endif
}

// Gives an object of that block its status, and no flags.
static inline void async__set_plainly(struct async_task *object, __UINT8_TYPE__ block, __UINT8_TYPE__ status)
{
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    __UINT32_TYPE__ both = (__UINT32_TYPE__)status << 8 | block;
    __builtin_memcpy(&object->op.pool, &both, sizeof both);
#else
    object->op.pool = block;
    object->op.status = status;
    object->op.flags = 0;
#endif
}

// A cleanup that awaits runs: requests to the task wait until it is over.
static inline void async__mask(struct async_task *task)
{
    task->op.state++;
}

static inline void async__unmask(struct async_task *task)
{
    task->op.state--;
}

// How many of them are inside each other.
static inline __UINT32_TYPE__ async__masks(const struct async_task *task)
{
    return (__UINT32_TYPE__)task->op.state - 1;
}

// A coroutine object of this loop becomes a task; it is on no queue yet.
static inline void async__task_adopt(struct async_task *object, struct async_loop *loop)
{
    object->op.status = ASYNC__READY;
    object->number = loop->made++;
}

// Makes a task of a coroutine object, for the next turn; of what is more already it does nothing. Returns handle.
struct async_task *async__task_make(void *handle);
static inline void *async__create_task(void *handle)
{
    struct async_task *object = (struct async_task *)handle;
    struct async_loop *loop = async__here;         // null where there is none, and what is plainly fresh has one
    if (ASYNC__IS_SMALL || !object || !async__is_plainly_fresh(object) || object->loop != loop)
        return async__task_make(handle);
    async__task_adopt(object, loop);
    async__ready_push(loop, &object->waiter);
    return handle;
}

// The task waits from now on: in its op, which a primitive returns as suspended.
static inline struct async__frame *async__wait_in(struct async_task *task, const struct async__function *primitive)
{
    task->op.function = primitive;
    task->op.status = ASYNC__WAITING;
    return async__as_frame(&task->op);
}

// async_yield.start. It is here because a yield is what the speed of a loop is measured by. A task that runs bears in its op
// already what it is run by again, and whether it is to unwind then.
struct async__result__async_yield { struct async__frame *suspended; };
static inline struct async__result__async_yield async__start__async_yield(struct async_task *task)
{
    async__ready_push(task->loop, &task->waiter);
    task->op.status = ASYNC__WAITING;
    return (struct async__result__async_yield){ async__as_frame(&task->op) };
}

// await of any handle (which it consumes). Returns as a start does; the value is then in task->value or in *out (out
// is null for results of up to 8 bytes; the awaiter sets the suspended frame's `out` anew when its own frame exists).
struct async__frame *async__await(struct async_task *, void *handle, void *out);

// A coroutine object in a block that is large enough. What is not set here is in a free block as it is in a new object: no flags, no
// waiters, no scopes, no target and no reason, op.state 1.
extern const struct async__function async__function_ready;     // of a task that is to be run
static inline void async__object_init(struct async_task *object, const struct async__function *function, struct async_loop *loop)
{
    struct async__frame *root = (struct async__frame *)(object + 1);
    object->op.function = &async__function_ready;
    object->op.awaiter = root;
    object->loop = loop;
    object->references = 1;
    root->function = function;
    root->awaiter = &object->op;
    root->state = 0;
    root->pool = ASYNC__POOL_OF_ROOTS;
    root->status = 0;
    root->flags = 0;
}

// Which free blocks its objects are taken from. 0: none, they are loose.
static inline __UINT8_TYPE__ async__block_for(const struct async__function *function)
{
    __SIZE_TYPE__ size = sizeof(struct async_task) + function->frame_size;
    _Bool is_ordinary = function->frame_align <= ASYNC__BLOCK_STEP && function->result_size <= 8;
    return is_ordinary && size <= (ASYNC__BLOCKS - 1) * ASYNC__BLOCK_STEP ? (size + ASYNC__BLOCK_STEP - 1) / ASYNC__BLOCK_STEP : 0;
}

// One that is free; there is one.
static inline struct async_task *async__block_take(struct async_loop *loop, __UINT8_TYPE__ block)
{
    struct async_task *object = loop->block[block];
    loop->block[block] = object->next_free;
    return object;
}

// A new coroutine object of this function on the thread's loop, with its frame behind it in state 0; null: no memory.
// The maker stores the parameters in the frame and returns the object as the handle.
struct async_task *async__object_make(const struct async__function *);
static inline struct async_task *async__object_new(const struct async__function *function)
{
    struct async_loop *loop = async__here;
    __UINT8_TYPE__ block = async__block_for(function);
    if (ASYNC__IS_SMALL || !block || !loop || !loop->block[block])
        return async__object_make(function);
    struct async_task *object = async__block_take(loop, block);
    async__set_plainly(object, block, ASYNC__FRESH);
    async__object_init(object, function, loop);
    return object;
}
// Gives a handle back, and with the last reference what it stands for: a coroutine object is dropped, a task asked to stop.
void async__give_up(void *handle);
static inline void *async__object_frame(struct async_task *object) { return object + 1; }

// `async_timeout`. close is for ways out on which
// nothing is interrupted. catches closes it too, for a function that unwinds for task->reason: true if the unwinding ends here,
// because it was this deadline that interrupted; else task->reason says why it goes on.
struct async__timeout {
    struct async__scope scope;
    struct async__timer timer;
};
void async__timeout_open(struct async_task *, struct async__timeout *, double seconds);
void async__timeout_open_at(struct async_task *, struct async__timeout *, double when);
void async__timeout_close(struct async_task *, struct async__timeout *);
_Bool async__timeout_catches(struct async_task *, struct async__timeout *, __INT32_TYPE__ reason);

// `async_group`. It lies in the frame of the function that has opened it, and is closed when its last child has ended.
struct async__group_child;
struct async_group {
    struct async__scope scope;
    struct async__group_child *first, *last;   // that have not ended, in order
    struct async__group_child *next_asked;     // the first that has not been asked to stop yet, while all are
    struct async__waiter *waiters;             // async_group_wait
    struct async_task *joiner;                 // its function waits at its end
    void *fan[2];                              // of the runtime
    __INT32_TYPE__ error;                      // the first failure
    __INT32_TYPE__ exit;                       // how its function leaves it
    _Bool is_aborting, is_asking, is_interrupted, is_closed;
};
void async__group_open(struct async_task *, struct async_group *);

// Debug mode notes where a handle was made. Returns handle. `where` is "file.c:12".
void *async__note_made(void *handle, const char *where);
static inline void *async__made(void *handle, const char *where)
{
    return __builtin_expect(async__debug, 0) ? async__note_made(handle, where) : handle;
}

// Debug mode notes where a handle is used, and stops the program where it has been consumed before. Returns handle. `change`: of the
// references that the program has. Where it is -1 the use consumes.
void *async__note_used(void *handle, const char *where, int change);
static inline void *async__used(void *handle, const char *where, int change)
{
    return __builtin_expect(async__debug, 0) ? async__note_used(handle, where, change) : handle;
}

// The same for a generator.
void *async__note_stream(void *stream, const char *where, int change);
static inline void *async__used_stream(void *stream, const char *where, int change)
{
    return __builtin_expect(async__debug, 0) ? async__note_stream(stream, where, change) : stream;
}

// The same for the handles in an array, where the call that follows has found out how many these are. Returns array.
void async__note_array(const char *where);
static inline void *async__used_array(void *array, const char *where)
{
    if (__builtin_expect(async__debug, 0))
        async__note_array(where);
    return array;
}

// A handle was passed to the function that made this one. It is still the caller's where there was no memory.
static inline void *async__made_of(int *owns, void *handle)
{
    *owns = handle == 0;
    return handle;
}

// Handles that only the call knew which made this one: without memory they are nobody's.
static inline void *async__made_with(void *handle, void *const *given, __SIZE_TYPE__ count)
{
    for (__SIZE_TYPE__ i = 0; i < count && !handle; i++)
        async__give_up(given[i]);
    return handle;
}

// What a generator(T) points to begins so; each kind of stream has its own next and close, both shaped as starts.
// next stores a value in *value (null: drops it) and gives true, or gives false at the end. close ends the stream and
// gives its memory back; it is never interrupted.
struct async__generator;
struct async__next_result {
    struct async__frame *suspended;
    _Bool value;
};
struct async__close_result {
    struct async__frame *suspended;
};
struct async__generator_ops {
    struct async__next_result (*next)(struct async_task *, struct async__generator *, void *value);
    struct async__close_result (*close)(struct async_task *, struct async__generator *);
};
struct async__generator {
    const struct async__generator_ops *ops;
    struct async__generator *next, **prev;     // the loop's open generators: it closes what is left at its end
};

// What a call of a generator function gives: a stream whose values the function's body yields. The body is a coroutine object
// that runs in whatever task asks for the next value, as if that task had called it. In between it rests.
//
//     the task's frames … -> consumer -> caller -> body -> …      op.awaiter goes the other way, as always
struct async__producer {
    struct async__generator base;
    struct async__frame caller;                // the body's awaiter; resumed when the body yields or has ended
    struct async__frame rest;                  // what the body waits in from one value to the next: nothing resumes it
    struct async_task *object;                 // the body's; null: it has ended
    void *place;                               // where the next value is wanted; null: nowhere
    struct async_task *user;                   // the task that the body runs in; null: it rests
    struct async_task *closer;                 // waits for the user to leave, and closes the stream
    struct async__waiter *line;                // tasks that want the values after this one, in order
    _Bool has_begun, has_yielded, is_listed, is_closing;
};

// A handle for the stream of this coroutine object, which it consumes; null: no memory, or null was given.
void *async__producer_new(struct async_task *object);

static inline struct async__producer *async__producer_of(const struct async__frame *body)
{
    return (struct async__producer *)((char *)body->awaiter - __builtin_offsetof(struct async__producer, caller));
}

// `yield`: what it returns is waited for as any callee that has suspended.
__attribute__((returns_nonnull))
static inline struct async__frame *async__yield(struct async__frame *body, const void *value, __SIZE_TYPE__ size)
{
    struct async__producer *p = async__producer_of(body);
    if (p->place)
        __builtin_memcpy(p->place, value, size);
    p->has_yielded = 1;
    return &p->rest;
}

// A body has suspended: goes on with whoever wanted the value that it has yielded, or waits for what it waits for.
static inline struct async__frame *async__body_suspended(struct async_task *task, struct async__frame *body)
{
    struct async__producer *p = async__producer_of(body);
    if (!p->has_yielded)
        return 0;
    p->has_yielded = 0;
    task->value[0] = 1;
    return body->awaiter;
}

// A body has ended.
static inline struct async__frame *async__body_end(struct async_task *task, struct async__frame *body)
{
    task->value[0] = 0;
    return async__frame_end(task, body);
}

// What the C main of an `async int main` does with the handle of the user's main. Returns the exit status.
int async__run_main(void *handle);

#endif
