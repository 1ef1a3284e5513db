// threads.c: the threads that do what blocks, at most so many of them.
//
//     task ── job ──> queue ──> a thread calls its function ──> mailbox of the loop ──> task
//
// There is one pool for the process. A thread is started when a job comes and none is idle, until there are as many as there
// may be (ASYNC_THREADS); one that has had nothing to do for some seconds ends. A job is done in the order in which it came,
// and its end is a letter to the loop: both lists go through the job itself, so nothing here takes memory but the threads.
//
// A process that was forked has none of these threads: its pool begins anew. At the end of the process, or when the library is
// unloaded, the threads that idle are awaited, since they would wake up in code that is gone; one that is busy may be so for
// ever, and is left alone.

#define _GNU_SOURCE

#include "core/call.h"
#include "core/task.h"
#include "system/threads.h"

#include "base/options.h"

#include <sched.h>
#include <time.h>
#include <unistd.h>

enum { MOST_THREADS = 256, SECONDS_IDLE = 5 };

struct worker {
    pthread_t thread;
    enum { GONE, IDLE, BUSY, JOINED } state;    // JOINED: somebody waits for its end
};

// All of it under the mutex.
static struct {
    pthread_mutex_t mutex;
    pthread_cond_t work;             // there is a job, or the end
    struct async__waiter *queue;     // of jobs, by their letters
    unsigned queued, idle, threads;
    bool is_ending;
    struct worker workers[MOST_THREADS];
} pool = { .mutex = PTHREAD_MUTEX_INITIALIZER };

static struct async__job *job_of(struct async__waiter *letter)
{
    return ASYNC__CONTAINER(letter, struct async__job, letter);
}

// ---- the pool

static void lock(void)
{
    pthread_mutex_lock(&pool.mutex);
}

static void unlock(void)
{
    pthread_mutex_unlock(&pool.mutex);
}

static void init_work(void)
{
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&pool.work, &attributes);
    pthread_condattr_destroy(&attributes);
}

static void begin_anew(void)
{
    pool.queue = NULL;
    pool.queued = pool.idle = pool.threads = 0;
    for (int i = 0; i < MOST_THREADS; i++)
        pool.workers[i].state = GONE;
    init_work();
    unlock();
}

static void init_pool(void)
{
    init_work();
    pthread_atfork(lock, unlock, begin_anew);
}

unsigned async__processors(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return (unsigned)CPU_COUNT(&set);
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (unsigned)count : 1;
}

static unsigned most_threads(void)
{
    unsigned count = async__options.threads;
    if (count == 0) {
        count = async__processors() + 4;
        count = count < 32 ? count : 32;
    }
    return count < MOST_THREADS ? count : MOST_THREADS;
}

// ---- a thread

// Takes the next job; null: there has been none for a while, or the process ends.
static struct async__job *next_job(struct worker *self)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += SECONDS_IDLE;
    self->state = IDLE;
    pool.idle++;
    int error = 0;
    while (!pool.queue && !pool.is_ending && error != ETIMEDOUT)
        error = pthread_cond_timedwait(&pool.work, &pool.mutex, &until);
    pool.idle--;
    struct async__waiter *letter = self->state == IDLE ? async__chain_pop(&pool.queue) : NULL;
    if (!letter)
        return NULL;
    self->state = BUSY;
    pool.queued--;
    job_of(letter)->is_queued = false;
    return job_of(letter);
}

static void *work(void *argument)
{
    struct worker *self = argument;
    struct async__job *job;
    lock();
    while ((job = next_job(self))) {
        unlock();
        job->result = job->function(job->argument);
        async__loop_send(async__loop_of(job->task), &job->letter);
        lock();
    }
    pool.threads--;
    if (self->state != JOINED) {
        pthread_detach(self->thread);
        self->state = GONE;
    }
    unlock();
    return NULL;
}

// Returns 0 or -errno.
static int start_thread(void)
{
    struct worker *worker = pool.workers;
    while (worker->state != GONE)
        worker++;
    int error = pthread_create(&worker->thread, NULL, work, worker);
    if (error)
        return -error;
    worker->state = BUSY;
    pool.threads++;
    return 0;
}

// Returns 0, or -errno if no thread will ever do it.
static int submit(struct async__job *job)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, init_pool);
    int error = 0;
    lock();
    if (pool.queued >= pool.idle && pool.threads < most_threads())
        error = start_thread();
    if (error && pool.threads)
        error = 0;
    if (!error) {
        async__chain_push(&pool.queue, &job->letter);
        pool.queued++;
        job->is_queued = true;
        pthread_cond_signal(&pool.work);
    }
    unlock();
    return error;
}

// Takes a job back. False: a thread has it, or has had it.
static bool withdraw(struct async__job *job)
{
    lock();
    bool is_queued = job->is_queued;
    if (is_queued) {
        async__chain_remove(&pool.queue, &job->letter);
        pool.queued--;
        job->is_queued = false;
    }
    unlock();
    return is_queued;
}

__attribute__((destructor)) static void end_pool(void)
{
    pthread_t joined[MOST_THREADS];
    int count = 0;
    lock();
    pool.is_ending = true;
    for (int i = 0; i < MOST_THREADS; i++)
        if (pool.workers[i].state == IDLE) {
            pool.workers[i].state = JOINED;
            joined[count++] = pool.workers[i].thread;
        }
    if (count)
        pthread_cond_broadcast(&pool.work);
    unlock();
    while (count)
        pthread_join(joined[--count], NULL);
}

// ---- what a task waits in

// What its wait gives.
static void give(struct async_task *task, int value)
{
    async__task_set_value(task, value);
    async__task_ready(task);
}

static void job_ended(struct async__waiter *letter)
{
    struct async_task *task = job_of(letter)->task;
    async__loop_of(task)->jobs--;
    task->target = NULL;
    give(task, 0);
}

static const struct async__function by_job_ended = { .wake = job_ended };

static void run_withdraw(struct async_task *task)
{
    bool gives_up = ((struct async__job *)task->target)->gives_up;
    if (!withdraw(task->target))
        return;
    async__loop_of(task)->jobs--;
    task->target = NULL;
    if (gives_up)
        give(task, -EINTR);
    else
        async__task_unwind(task, async__reason(task));
}

static const struct async__function function_run = {
    .name = "async__thread_run", .resume = async__task_end, .withdraw = run_withdraw
};

struct async__int_result async__start_thread_run(struct async_task *, struct async__job *) __asm__("async__thread_run.start");
struct async__int_result async__start_thread_run(struct async_task *task, struct async__job *job)
{
    if (async__is_interrupted(task) && job->gives_up)
        return (struct async__int_result){ NULL, -EINTR };
    if (async__is_interrupted(task))
        return (struct async__int_result){ async__unwound(task, async__reason(task)), 0 };
    job->task = task;
    job->letter.function = &by_job_ended;
    int error = submit(job);
    if (error)
        return (struct async__int_result){ NULL, error };
    async__loop_of(task)->jobs++;
    task->target = job;
    return (struct async__int_result){ async__wait_in(task, &function_run), 0 };
}

void async__threads_drain(struct async__loop *loop)
{
    while (loop->jobs) {
        async__calls_collect(loop);
        nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
    }
}
