// Tables of labels and of their differences; labels of one block; jumps into a block.
// RUN: %differ %s
#include <stdio.h>
static int id(int x)
{
    return x;
}
enum op { PUSH, ADD, MUL, DUP, SWAP, JNZ, DEC, PRINT, HALT };
static int run(const int *code)
{
    static const void *const tab[] = {&&push, &&add, &&mul, &&dup, &&swap, &&jnz, &&dec, &&print, &&halt};
    int st[32], sp = 0;
    const int *ip = code;
#define NEXT goto *tab[id(*ip++)]
    NEXT;
push:
    st[sp++] = *ip++;
    NEXT;
add:
    sp--;
    st[sp - 1] += id(st[sp]);
    NEXT;
mul:
    sp--;
    st[sp - 1] *= st[sp];
    NEXT;
dup:
    st[sp] = st[sp - 1];
    sp++;
    NEXT;
swap : {
    int t = st[sp - 1];
    st[sp - 1] = st[sp - 2];
    st[sp - 2] = id(t);
}
    NEXT;
jnz:
    if (st[sp - 1])
        ip = code + *ip;
    else
        ip++;
    NEXT;
dec:
    st[sp - 1]--;
    NEXT;
print:
    printf("%d ", st[sp - 1]);
    NEXT;
halt:
    return st[0];
}
static int rel(int n)
{
    static const int off[] = {&&a - &&a, &&b - &&a, &&c - &&a};
    int r = 0;
    goto *(&&a + off[id(n)]);
a:
    r += 1;
b:
    r += 10;
c:
    r += id(100);
    return r;
}
static int states(const char *s)
{
    void *st = &&start;
    int w = 0;
    for (;; s++) {
        goto *st;
    start:
        if (!*s)
            return w;
        if (*s != ' ') {
            w++;
            st = &&word;
        }
        continue;
    word:
        if (!*s)
            return id(w);
        if (*s == ' ')
            st = &&start;
    }
}
static int loc(int n)
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        __label__ x, y;
        void *p = i & 1 ? &&x : &&y;
        goto *p;
    x:
        s += id(10);
    y:
        s += 1;
    }
    return s;
}
static int inblock(int k)
{
    int r = 0;
    void *t[] = {&&in, &&out};
    goto *t[k];
    {
        int z;
    in:
        z = id(5);
        r = z;
    }
out:
    return r + 1;
}
int main(void)
{
    const int code[] = {PUSH, 1, PUSH, 5, SWAP, PUSH, 2, MUL, PRINT, SWAP, DEC, JNZ, 4, ADD, HALT};
    printf("%d\n", run(code));
    printf("%d %d %d\n", rel(0), rel(1), rel(2));
    printf("%d\n", states(" the quick  brown fox "));
    printf("%d %d %d\n", loc(5), inblock(0), inblock(1));
    return 0;
}
