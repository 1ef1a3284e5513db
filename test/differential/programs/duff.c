// Case labels inside of loops, and loops inside of switches.
// RUN: %differ %s
#include <stdio.h>

static int fetch(const unsigned char *p)
{
    return *p + 1;
}

static int copy(unsigned char *to, const unsigned char *from, int count)
{
    int rounds = (count + 3) / 4, writes = 0;
    if (count <= 0)
        return 0;
    switch (count % 4) {
    case 0: do { *to++ = (unsigned char)fetch(from++); writes++; /* fall through */
    case 3:      *to++ = (unsigned char)fetch(from++); writes++; /* fall through */
    case 2:      *to++ = (unsigned char)fetch(from++); writes++; /* fall through */
    case 1:      *to++ = (unsigned char)fetch(from++); writes++;
            } while (--rounds > 0);
    }
    return writes;
}

static int step(int state, int input)
{
    int seen = 0;
    switch (state)
        for (;;) {
            seen++;
            if (input > 5)
                return seen;
    case 2:
            input++;
            if (input % 2)
                continue;
    case 1:
            input += 2;
            break;
    default:
            return -seen;
        }
    return input * 10 + seen;
}

int main(void)
{
    unsigned char from[16], to[16];
    for (int i = 0; i < 16; i++)
        from[i] = (unsigned char)(i * 17);
    for (int n = 0; n < 16; n += 3) {
        for (int i = 0; i < 16; i++)
            to[i] = 0;
        int sum = copy(to, from, n);
        for (int i = 0; i < 16; i++)
            sum = sum * 3 + to[i];
        printf("%d ", sum);
    }
    putchar('\n');
    for (int state = 0; state < 4; state++)
        for (int input = 0; input < 4; input++)
            printf("%d%c", step(state, input), input == 3 ? '\n' : ' ');
}
