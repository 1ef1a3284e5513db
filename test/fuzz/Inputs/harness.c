// harness.c: the translator as a server, for mutate.py.
//
// A translation is a process: a compiler that preprocesses, libclang to load, a fork. Together they cost five times what the
// stages themselves cost. Here one process translates one text after the other, already preprocessed ones, and ends when
// one of them crashes it. What it finds is a suspicion: mutate.py asks the real asyncc about it.
//
// Each line on standard input is a request, its text follows; each answer is the digit of the driver_result.
//
//     SOURCE OUTPUT EMIT FOR_COMPILER HARD OPTIMISE LENGTH
//
// The program is linked from the translator's objects.
#include "driver.h"

#include <stdio.h>
#include <stdlib.h>

static bool read_text(struct buf *given, size_t length)
{
    char piece[1 << 12];
    given->length = 0;
    while (given->length < length) {
        size_t rest = length - given->length;
        size_t got = fread(piece, 1, rest < sizeof piece ? rest : sizeof piece, stdin);
        if (!got)
            return false;
        buf_add(given, piece, got);
    }
    return true;
}

int main(void)
{
    static const char *const compiler[] = { "gcc", nullptr };
    static const char *const flags[] = { "-std=gnu2x", nullptr }, *const optimised[] = { "-std=gnu2x", "-O2", nullptr };
    char source[256], output[256];
    int emit, for_compiler, hard, optimise;
    size_t length;
    struct buf given = {};
    while (scanf("%255s %255s %d %d %d %d %zu", source, output, &emit, &for_compiler, &hard, &optimise, &length) == 7) {
        getchar();
        if (!read_text(&given, length))
            return 1;
        enum driver_result result = driver_translate(&(struct request){
            .input = source,
            .output = output,
            .compiler = compiler,
            .flags = optimise ? optimised : flags,
            .emit = (enum emit)emit,
            .for_compiler = for_compiler,
            .hard = hard,
        }, &given);
        putchar('0' + (int)result);
        fflush(stdout);
    }
    buf_fini(&given);
    return 0;
}
