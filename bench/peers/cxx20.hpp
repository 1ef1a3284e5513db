// What C++20 leaves to libraries: a task that is awaited or made to run on its own, a ready queue, and timers in a heap.
// Frames come from the default allocator.
#pragma once
#include <algorithm>
#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <thread>
#include <utility>
#include <vector>

// A ring of those who can go on.
struct ready_queue {
    std::vector<std::coroutine_handle<>> ring = std::vector<std::coroutine_handle<>>(1024);
    size_t head = 0, tail = 0;

    bool empty() const { return head == tail; }
    void push(std::coroutine_handle<> who)
    {
        if (tail - head == ring.size())
            grow();
        ring[tail++ & (ring.size() - 1)] = who;
    }
    std::coroutine_handle<> pop() { return ring[head++ & (ring.size() - 1)]; }
    void grow()
    {
        std::vector<std::coroutine_handle<>> larger(2 * ring.size());
        for (size_t i = head; i < tail; i++)
            larger[i - head] = ring[i & (ring.size() - 1)];
        tail -= head;
        head = 0;
        ring.swap(larger);
    }
};
inline ready_queue ready;

struct promise_base {
    std::coroutine_handle<> awaiter = std::noop_coroutine();

    std::suspend_always initial_suspend() noexcept { return {}; }
    struct to_awaiter {
        bool await_ready() noexcept { return false; }
        template <class P> std::coroutine_handle<> await_suspend(std::coroutine_handle<P> self) noexcept
        {
            return self.promise().awaiter;
        }
        void await_resume() noexcept {}
    };
    to_awaiter final_suspend() noexcept { return {}; }
    void unhandled_exception() { std::terminate(); }
};

// Starts when it is awaited, or when spawn() has put it in the queue.
template <class T> struct [[nodiscard]] task {
    struct promise_type : promise_base {
        T value;
        task get_return_object() { return task(std::coroutine_handle<promise_type>::from_promise(*this)); }
        void return_value(T result) { value = result; }
    };
    std::coroutine_handle<promise_type> self = nullptr;
    bool started = false;

    task() = default;
    explicit task(std::coroutine_handle<promise_type> handle) : self(handle) {}
    task(task &&other) noexcept : self(std::exchange(other.self, nullptr)), started(other.started) {}
    task &operator=(task &&other) noexcept
    {
        std::swap(self, other.self);
        std::swap(started, other.started);
        return *this;
    }
    ~task()
    {
        if (self)
            self.destroy();
    }

    bool await_ready() const { return self.done(); }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter)
    {
        self.promise().awaiter = awaiter;
        if (started)
            return std::noop_coroutine();
        return self;
    }
    T await_resume() { return self.promise().value; }
};

template <class T> task<T> spawn(task<T> made)
{
    ready.push(made.self);
    made.started = true;
    return made;
}

struct yield_now {
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<> self) { ready.push(self); }
    void await_resume() {}
};

// Equal deadlines in the order in which they were asked for.
struct timer {
    std::chrono::steady_clock::time_point due;
    size_t number;
    std::coroutine_handle<> who;
    bool operator<(const timer &other) const { return due != other.due ? due > other.due : number > other.number; }
};
struct timer_heap {
    std::vector<timer> heap;
    size_t made = 0;
    std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now();      // as of this turn

    void add(std::chrono::steady_clock::time_point due, std::coroutine_handle<> who)
    {
        heap.push_back({due, made++, who});
        std::push_heap(heap.begin(), heap.end());
    }
    void wake()
    {
        now = std::chrono::steady_clock::now();
        while (!heap.empty() && heap.front().due <= now) {
            ready.push(heap.front().who);
            std::pop_heap(heap.begin(), heap.end());
            heap.pop_back();
        }
    }
};
inline timer_heap timers;

struct sleep_for {
    std::chrono::nanoseconds length;
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<> self) { timers.add(timers.now + length, self); }
    void await_resume() {}
};

// A turn of the loop is what was ready when it began; then the timers are looked at.
template <class T> T run(task<T> main_task)
{
    main_task = spawn(std::move(main_task));
    while (!main_task.self.done()) {
        for (size_t turn = ready.tail - ready.head; turn > 0 && !ready.empty(); turn--)
            ready.pop().resume();
        if (timers.heap.empty())
            continue;
        if (ready.empty())
            std::this_thread::sleep_until(timers.heap.front().due);
        timers.wake();
    }
    return main_task.await_resume();
}
