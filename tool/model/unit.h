// unit.h: one file under translation: what each stage found, for the stages behind it.
#ifndef MODEL_UNIT_H
#define MODEL_UNIT_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "model/source.h"

// Text that stands in place of [begin, end) of the source. begin == end: an insertion.
struct edit {
    uint32_t begin, end;
    const char *text;
};
struct edits vec(struct edit);

// A declarator with `async` among its specifiers. All but spelling are tokens.
struct async_declaration {
    uint32_t word;                  // `async`
    uint32_t specs, specs_end;      // the declaration specifiers [specs, specs_end)
    uint32_t declarator;            // the declarator's first token
    uint32_t name, outer;           // its name; the name with the pure parentheses around it
    uint32_t open, close;           // its parameter list
    uint32_t body, body_close;      // braces of a definition; 0: a declaration only
    const char *spelling;
    uint32_t generator, generator_end;      // the tokens of its type, if that is a generator; 0: it is none
    const char *type_body;          // `struct s { … };` where the specifiers define a type: it comes first; null: they do not
    const char *visibility;         // `visibility("hidden")`; null: none
    const char *symbol;             // the string of `asm("symbol")`; null: the name is the symbol
    bool may_be_unused;             // some declaration says so, like the three before
    bool is_alias;                  // of another function: it has no body and is there all the same
    bool is_extern;                 // `extern` is written there
    bool is_typedef, is_static, is_inline, is_weak;    // of the first one of a name: is_weak, visibility and symbol of all
    bool at_file_scope;
    bool is_system;                 // declared in a system header
};

// A statement of the language's own.
enum own_kind : uint8_t { OWN_DEFER, OWN_TIMEOUT, OWN_GROUP, OWN_WITH, OWN_EACH };

// `D x = E` in the parentheses of async_with.
struct entry {
    uint32_t first, end;           // tokens [first, end)
    uint32_t equals;               // 0: it has no name
};

struct own_statement {
    enum own_kind kind;
    uint32_t word;                  // its first token
    uint32_t open, close;           // the parentheses behind it; 0: it has none
    uint32_t body, end;             // the tokens of the statement that it governs: [body, end)
    size_t entries, entry_count;    // WITH: from unit.entries
    uint32_t comma;                 // EACH: between the variable and the stream
    uint32_t function;              // the `{` of the function that it stands in; 0: it stands in none
    bool is_read;                   // parse has met it where a statement stands
    bool is_checked;                // GROUP: whether anybody looks at its failure
};

struct await {
    uint32_t word;                  // token `await` or `yield`; of an entry: the token in front of its future
    bool is_yield;
    uint32_t operand, operand_end;  // tokens [operand, operand_end)
    const char *view_head;          // what the view says in place of the word, if it is more than `((**(`; null: it is not
    uint32_t view_call;             // … and where in that `((**(` begins
    const char *view_tail;          // what it says behind the operand, inside of these parentheses; null: nothing
    uint32_t view_begin;            // offset of its translation in the view
    bool evaluated;                 // parse has met it in an evaluated position of an async function
};

struct variable;

struct text_range {
    uint32_t begin, end;
};

// A call that makes a coroutine object which is not awaited on the spot, or a generator.
struct make {
    uint32_t begin, end;
    const char *type;               // of its value
    bool is_dropped;                // it is a whole statement
    bool is_argument;               // of a macro of <async.h>, which takes it: it cannot be lost
    bool is_stream;                 // it makes a generator
    struct given vec(struct text_range) given;         // arguments that make a handle which nobody knows but this call
    struct flags vec(struct variable *) owns;      // are told whether their variables, whose handles are arguments, still own them
};

// A call in an async function that locks a mutex of threads, or unlocks it.
struct lock {
    uint32_t begin;
    const char *mutex;              // as its argument is spelled, but for a `&`
    bool locks;
};

// A plain function that is declared async: it gives a future of another's. Whoever awaits it by name wants a start.
struct wrapper {
    const struct async_declaration *declaration;
    struct type *result;
    struct types vec(struct type *) parameters;
    bool is_inline;
};

// The association of a `_Generic` that is evaluated.
struct choice {
    uint32_t token;                 // `_Generic`
    int association;
};

// A name that stands for an async function of this file.
struct mention {
    uint32_t token;
    const char *name;
    bool declares, defines;         // it is what a declaration or the definition declares
};

struct unit {
    struct arena *arena;
    struct source *source;
    struct reports *reports;
    struct async_declarations vec(struct async_declaration) declarations;
    struct map async_names;         // of those at file scope; the first one's index + 1
    struct awaits vec(struct await) awaits;
    struct own_statements vec(struct own_statement) statements;      // in the order of the text
    struct entries vec(struct entry) entries;
    struct makes vec(struct make) makes;
    struct choices vec(struct choice) choices;
    struct mentions vec(struct mention) mentions;
    struct locks vec(struct lock) locks;
    struct wrappers vec(struct wrapper) wrappers;
    struct edits fills;             // `{}` that has to be `{0}`; `(void)` before a value that is dropped
    struct edits constants;         // uses of constexpr as numbers, where the compiler does not know the word
    struct edits view_words;        // what only libclang is shown
    struct edits words;             // words that turned out to be plain identifiers, in plain C
    struct edits handles;           // future(T) and generator(T), in plain C
    struct typenames *typenames;
    struct map generator_names;     // of typedefs that name a generator(T)
    bool plain_names[WORD_GENERATOR + 1];    // of words: plain code has declared a name of its own so, no member
    struct functions vec(struct function *) functions;    // definitions of async functions, in order
    unsigned float_types;           // those of floats.c that the file names
    bool lacks_c23;                 // the compiler does not know all words of C23 (async.h says so)
    bool is_library;                // a source of the runtime: names that begin with async__ are its own
    bool has_openmp;                // the compiler reads OpenMP's pragmas
    bool has_tgmath;                // there is a __builtin_tgmath
    bool has_sizeless;              // some async function is sizeless
    bool has_async_main;
    bool has_hidden_errors;         // libclang stumbled over the view's own words
    bool has_words;                 // something of the language occurs at all
};

// The innermost call that makes a coroutine object around this text; null: none, or it is awaited on the spot.
struct make *find_make(const struct unit *unit, uint32_t begin, uint32_t end);

// The declaration that says of a name whether `await name(…)` may call its start: the first at file scope.
const struct async_declaration *find_async(const struct unit *unit, const char *name);

// The statement of the language's own that begins at this token; null: none does.
struct own_statement *find_own_statement(const struct unit *unit, uint32_t token);

// Does the text of tokens [first, end) have one?
bool has_own_statement(const struct unit *unit, uint32_t first, uint32_t end);

void unit_fini(struct unit *unit);

void edits_sort(struct edits *edits);
size_t edits_find(const struct edits *edits, uint32_t at);      // the first that begins at or behind `at`, of sorted ones
void edits_add(struct edits *edits, uint32_t begin, uint32_t end, const char *text);

#endif
