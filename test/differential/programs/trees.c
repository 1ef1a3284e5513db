// A balanced tree that points to itself in both directions is filled, walked, shrunk and freed.
// RUN: %differ %s
#include <stdio.h>
#include <stdlib.h>

struct node {
    int key, priority;
    struct node *left, *right, *parent;
};

static unsigned seed = 99;

static int draw(void)
{
    return (int)((seed = seed * 69069u + 1u) >> 8 & 0xffff);
}

static struct node *join(struct node *a, struct node *b)
{
    if (!a || !b)
        return a ? a : b;
    if (a->priority > b->priority) {
        a->right = join(a->right, b);
        return a->right->parent = a;
    }
    b->left = join(a, b->left);
    b->left->parent = b;
    return b;
}

static void split(struct node *t, int key, struct node **less, struct node **more)
{
    if (!t) {
        *less = *more = NULL;
    } else if (t->key < key) {
        split(t->right, key, &t->right, more);
        if (t->right)
            t->right->parent = t;
        *less = t;
    } else {
        split(t->left, key, less, &t->left);
        if (t->left)
            t->left->parent = t;
        *more = t;
    }
    if (*less)
        (*less)->parent = NULL;
    if (*more)
        (*more)->parent = NULL;
}

static struct node *insert(struct node *root, int key)
{
    struct node *less, *more, *n = calloc(1, sizeof *n);
    if (!n)
        exit(3);
    n->key = key;
    n->priority = draw();
    split(root, key, &less, &more);
    return join(join(less, n), more);
}

static struct node *erase(struct node *root, int key)
{
    struct node *less, *equal, *more;
    split(root, key, &less, &more);
    split(more, key + 1, &equal, &more);
    while (equal) {
        struct node *next = join(equal->left, equal->right);
        free(equal);
        equal = next;
    }
    return join(less, more);
}

static int height(const struct node *n)
{
    int left, right;
    return n ? (left = height(n->left), right = height(n->right), 1 + (left > right ? left : right)) : 0;
}

static int is_sound(const struct node *n, int low, int high)
{
    return !n || (n->key >= low && n->key < high && (!n->left || n->left->parent == n) &&
                  (!n->right || n->right->parent == n) && is_sound(n->left, low, n->key + 1) &&
                  is_sound(n->right, n->key, high));
}

static void walk(const struct node *n, void *sum)
{
    if (!n)
        return;
    walk(n->left, sum);
    *(long *)sum = (*(long *)sum * 3 + n->key) % 1000003;
    walk(n->right, sum);
}

int main(void)
{
    struct node *root = NULL;
    for (int i = 0; i < 60; i++)
        root = insert(root, draw() % 50);
    for (int i = 0; i < 3; i++) {
        long sum = 0;
        walk(root, &sum);
        printf("%ld %d %d\n", sum, height(root), is_sound(root, 0, 50));
        for (int key = i; key < 50; key += 4 - i)
            root = erase(root, key);
    }
    while (root)
        root = erase(root, root->key);
}
