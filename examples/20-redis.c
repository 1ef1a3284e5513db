// Redis, through hiredis.
//
//     asyncc gcc 20-redis.c -lhiredis -o 20-redis && ./20-redis /run/redis/redis-server.sock
//
// hiredis writes commands to a buffer and reads answers from another one; a connection that does not block leaves the waiting to us.
// Commands that are sent one after the other before the first answer is fetched go in one piece. Whoever waits for a message on a
// channel has a connection of its own.
#include <async.h>
#include <hiredis/hiredis.h>
#include <poll.h>
#include <stdio.h>

async redisContext *connect_to(const char *path)
{
    redisContext *c = redisConnectUnixNonBlock(path);
    if (c && !c->err)
        await async_wait_writable(c->fd);
    return c;
}
ASYNC_EXIT(redisContext *, redisFree)

// Sends what was given to redisAppendCommand. False: the connection is broken.
async bool flush(redisContext *c)
{
    int is_done = 0;
    while (redisBufferWrite(c, &is_done) == REDIS_OK) {
        if (is_done)
            return true;
        await async_wait_writable(c->fd);
    }
    return false;
}

// The next answer; null: the connection is broken. To be freed with freeReplyObject.
async redisReply *answer(redisContext *c)
{
    void *reply = nullptr;
    if (!await flush(c))
        return nullptr;
    while (redisGetReplyFromReader(c, &reply) == REDIS_OK && !reply) {
        await async_wait_readable(c->fd);
        if (redisBufferRead(c) != REDIS_OK)
            return nullptr;
    }
    return reply;
}
ASYNC_EXIT(redisReply *, freeReplyObject)

async void listen_to(const char *path, const char *channel, struct async_event *listens)
{
    async_with (redisContext *c = connect_to(path)) {
        redisAppendCommand(c, "SUBSCRIBE %s", channel);
        async_with (redisReply *r = answer(c))
            if (r)
                async_event_set(listens);
        async_with (redisReply *r = answer(c))
            if (r && r->type == REDIS_REPLY_ARRAY && r->elements == 3)
                printf("heard: %s\n", r->element[2]->str);
    }
}

async int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "/run/redis/redis-server.sock";
    struct async_event listens = ASYNC_EVENT_INIT;
    async_with (redisContext *c = connect_to(path)) {
        if (!c || c->err) {
            fprintf(stderr, "%s: %s\n", path, c ? c->errstr : "no memory");
            return 1;
        }
        redisAppendCommand(c, "SET greeting %s", "hello");
        redisAppendCommand(c, "GET greeting");
        for (int i = 0; i < 1000; i++)
            redisAppendCommand(c, "INCR counter");
        async_with (redisReply *r = answer(c))
            printf("set: %s\n", r ? r->str : c->errstr);
        async_with (redisReply *r = answer(c))
            printf("get: %s\n", r ? r->str : c->errstr);
        long long last = 0;
        for (int i = 0; i < 1000; i++)
            async_with (redisReply *r = answer(c))
                last = r ? r->integer : -1;
        printf("counted to %lld\n", last);

        auto listener = async_create_task(listen_to(path, "news", &listens));
        await async_event_wait(&listens);
        redisAppendCommand(c, "PUBLISH news %s", "it rains");
        async_with (redisReply *r = answer(c))
            printf("told %lld\n", r ? r->integer : -1);
        await listener;
    }
    return 0;
}
