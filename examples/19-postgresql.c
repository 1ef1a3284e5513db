// PostgreSQL, through libpq's calls that do not wait.
//
//     asyncc gcc -I$(pg_config --includedir) 19-postgresql.c -lpq -o 19-postgresql && ./19-postgresql "host=localhost dbname=test"
//
// A library that says which descriptor it waits for, and for what, needs no more than two functions here: one that waits until
// there is a connection, one that waits for a result. Each connection answers one question at a time, so what is to be asked at
// once is asked through several. A task that is cancelled leaves its async_with, and that closes its connection.
#include <async.h>
#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>

// libpq may take another descriptor with each step, so it is asked each time.
async PGconn *connect_to(const char *where)
{
    PGconn *c = PQconnectStart(where);
    bool is_ours = true;
    defer if (is_ours) PQfinish(c);
    int step = PGRES_POLLING_WRITING;
    while (c && PQstatus(c) != CONNECTION_BAD && (step == PGRES_POLLING_READING || step == PGRES_POLLING_WRITING)) {
        await async_wait_fd(PQsocket(c), step == PGRES_POLLING_READING ? POLLIN : POLLOUT);
        step = PQconnectPoll(c);
    }
    PQsetnonblocking(c, 1);
    is_ours = false;
    return c;
}
ASYNC_EXIT(PGconn *, PQfinish)

// The last result of the command; null: none. To be freed with PQclear.
async PGresult *query(PGconn *c, const char *command)
{
    PGresult *result = nullptr, *next;
    if (!PQsendQuery(c, command))
        return nullptr;
    while (PQflush(c) == 1)
        if (await async_wait_fd(PQsocket(c), POLLIN | POLLOUT) & POLLIN && !PQconsumeInput(c))
            return nullptr;
    do {
        while (PQisBusy(c))
            if (await async_wait_readable(PQsocket(c)) < 0 || !PQconsumeInput(c)) {
                PQclear(result);
                return nullptr;
            }
        next = PQgetResult(c);
        if (next) {
            PQclear(result);
            result = next;
        }
    } while (next);
    return result;
}
ASYNC_EXIT(PGresult *, PQclear)

async void ask(const char *where, const char *command)
{
    async_with (PGconn *c = connect_to(where), PGresult *r = query(c, command)) {
        if (PQresultStatus(r) == PGRES_TUPLES_OK)
            printf("%s: %s\n", command, PQgetvalue(r, 0, 0));
        else
            printf("%s: %s", command, PQerrorMessage(c));
    }
}

async int main(int argc, char **argv)
{
    const char *where = argc > 1 ? argv[1] : "";
    async_with (PGconn *c = connect_to(where)) {
        if (PQstatus(c) != CONNECTION_OK) {
            fprintf(stderr, "%s", PQerrorMessage(c));
            return 1;
        }
        async_with (PGresult *r = query(c, "select n, n * n from generate_series(1, 3) as n"))
            for (int i = 0; i < PQntuples(r); i++)
                printf("%s squared is %s\n", PQgetvalue(r, i, 0), PQgetvalue(r, i, 1));
    }
    // Each of these takes the server a moment; all together take no longer than one of them.
    await async_gather(ask(where, "select 'one' from pg_sleep(0.2)"), ask(where, "select 'two' from pg_sleep(0.1)"),
                       ask(where, "select nothing"));
    async_timeout (0.05)
        await ask(where, "select 'late' from pg_sleep(10)");
    else
        printf("that takes too long\n");
    return 0;
}
