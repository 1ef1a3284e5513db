// asyncify.c: makes an ordinary C program async, so that asyncc's translation can be compared with the original.
//
//     asyncify SEED FILE.c      FILE.c: one file, its own includes expanded (system headers may stay); result: stdout
//
// What was      int f(int a) { return g(a) + 1; }
// becomes       _Async int f(int a) { _Await asyncify_pause(); return _Await g((_Await asyncify_id_0(a))) + 1; }
//
// Every function is made async that can be, its calls awaits. Into expressions go calls of async functions that give
// back what they get (`asyncify_id_N`, one for each type), and other forms that wait without changing a value: see
// bodies.c. Whether such a call suspends is decided when the program runs, by a generator that starts from SEED. SEED
// also decides what is wrapped, in which form and how densely. So a program whose meaning does not depend on the order
// in which C evaluates operands prints the same as before.
//
// With ASYNCIFY_PLAIN defined the result is a plain C program, its *twin*: the same text, compiled without asyncc. It
// tells a mistake of this program from one of asyncc, and which warnings are the text's own.
#include "asyncify.h"

#include <stdio.h>

static const struct amounts *draw_amounts(struct program *p)
{
    static const unsigned leaves[] = {0, 10, 40}, wraps[] = {20, 60, 150, 400, 1000}, pauses[] = {0, 20, 100, 300};
    static const unsigned suspends[] = {2, 8, 64, 1024};
    struct amounts *amounts = arena_new(&p->arena, struct amounts);
    amounts->plain_leaves = leaves[draw(p, 3)];
    amounts->wraps = wraps[draw(p, 5)];
    amounts->pauses = pauses[draw(p, 4)];
    amounts->suspends = suspends[draw(p, 4)];
    return amounts;
}

static void write_prelude(const struct program *p, const struct amounts *amounts)
{
    printf("#ifdef ASYNCIFY_PLAIN\n"
           "#define _Async\n"
           "#define _Await\n"
           "#define async_future(T) __typeof__(T)\n"
           "#define async_create_task(call) (call)\n"
           "static inline void async_yield(void) { }\n"
           "#else\n"
           "#define ASYNC_NO_KEYWORDS\n"
           "#include <async.h>\n"
           "#endif\n"
           "static unsigned asyncify_state = %uu;\n"
           "static inline int asyncify_suspends(void)\n"
           "{\n"
           "    asyncify_state = asyncify_state * 1664525u + 1013904223u;\n"
           "    return (asyncify_state >> 12) %% %uu == 0;\n"
           "}\n"
           "static _Async void asyncify_pause(void);\n"
           "static _Async int asyncify_true(void);\n"
           "static _Async int asyncify_zero(void);\n",
           (unsigned)p->seed, amounts->suspends);
}

static void write_helpers(const struct program *p)
{
    printf("\n"
           "__attribute__((unused)) static _Async void asyncify_pause(void)\n"
           "{\n"
           "    if (asyncify_suspends())\n"
           "        _Await async_yield();\n"
           "}\n"
           "__attribute__((unused)) static _Async int asyncify_true(void)\n"
           "{\n"
           "    _Await asyncify_pause();\n"
           "    return 1;\n"
           "}\n"
           "__attribute__((unused)) static _Async int asyncify_zero(void)\n"
           "{\n"
           "    _Await asyncify_pause();\n"
           "    return 0;\n"
           "}\n");
    for (size_t i = 0; i < p->identities.count; i++)
        printf("static _Async asyncify_type_%zu asyncify_id_%zu(asyncify_type_%zu value)\n"
               "{\n"
               "    if (asyncify_suspends())\n"
               "        _Await async_yield();\n"
               "    return value;\n"
               "}\n",
               i, i, i);
}

// The first error; null: none.
static const char *find_error(struct program *p, CXTranslationUnit tu)
{
    const char *text = nullptr;
    for (unsigned i = 0; tu && !text && i < clang_getNumDiagnostics(tu); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error)
            text = copy(p, clang_formatDiagnostic(diagnostic, clang_defaultDiagnosticDisplayOptions()));
        clang_disposeDiagnostic(diagnostic);
    }
    return text;
}

// Programs of C17 are the most; what is no such program may be one of C23. What gcc 12 only warns of may be.
static CXTranslationUnit parse(struct program *p, CXIndex index, const char *path)
{
    static const char *const standards[] = {"-std=gnu17", "-std=gnu23"};
    const char *error = nullptr;
    for (size_t i = 0; i < sizeof standards / sizeof *standards; i++) {
        const char *arguments[] = {standards[i], "-w", "-Wno-error=implicit-function-declaration", "-Wno-error=implicit-int",
                                   "-Wno-error=int-conversion", "-Wno-error=incompatible-function-pointer-types"};
        CXTranslationUnit tu = clang_parseTranslationUnit(index, path, arguments, sizeof arguments / sizeof *arguments, nullptr, 0,
                                                          CXTranslationUnit_None);
        error = find_error(p, tu);
        if (tu && !error)
            return tu;
    }
    fprintf(stderr, "%s\n", error ? error : "asyncify: libclang cannot read the file");
    return nullptr;
}

static void read_tokens(struct program *p)
{
    CXToken *tokens;
    unsigned count;
    clang_tokenize(p->tu, clang_getCursorExtent(clang_getTranslationUnitCursor(p->tu)), &tokens, &count);
    for (unsigned i = 0; i < count; i++) {
        unsigned offset;
        clang_getFileLocation(clang_getTokenLocation(p->tu, tokens[i]), nullptr, nullptr, nullptr, &offset);
        if (clang_getTokenKind(tokens[i]) != CXToken_Comment)
            vec_push(&p->tokens, offset);
    }
    clang_disposeTokens(p->tu, tokens, count);
}

// For those who ask why a program is less async than it could be.
static void write_summary(const struct program *p)
{
    unsigned async = 0, awaits = 0;
    for (size_t i = 0; i < p->functions.count; i++)
        async += !p->functions.at[i]->plain;
    for (size_t i = 0; i < p->edits.count; i++)
        awaits += strstr(p->edits.at[i].text, "_Await") != nullptr;
    printf("\n// async functions: %u; awaits: %u\n", async, awaits);
    for (size_t i = 0; i < p->functions.count; i++) {
        const struct function *f = p->functions.at[i];
        if (f->plain && !clang_Cursor_isNull(f->definition))
            printf("// plain: %s: %s\n", f->name, f->plain);
    }
    if (p->pointers.count && p->pointers_stay)
        printf("// pointers to functions are plain: %s\n", p->pointers_stay);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: asyncify SEED FILE.c\n");
        return 2;
    }
    struct program p = {.seed = strtoull(argv[1], nullptr, 10)};
    p.random = p.seed * 0x2545f4914f6cdd1d + 1;
    int err = buf_read_file(&p.source, argv[2]);
    if (err < 0) {
        fprintf(stderr, "asyncify: error: %s: %s\n", argv[2], strerror(-err));
        return 1;
    }
    CXIndex index = clang_createIndex(0, 0);
    p.tu = parse(&p, index, argv[2]);
    if (!p.tu)
        return 1;
    read_tokens(&p);
    const struct amounts *amounts = draw_amounts(&p);
    choose_functions(&p, amounts);
    add_awaits(&p, amounts);
    mark_functions(&p);
    write_prelude(&p, amounts);
    write_edited(&p);
    write_helpers(&p);
    write_summary(&p);
    return 0;
}
