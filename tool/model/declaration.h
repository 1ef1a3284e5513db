// declaration.h: finds the parts of a declaration in the tokens.
#ifndef MODEL_DECLARATION_H
#define MODEL_DECLARATION_H

#include "model/source.h"

// `static const struct s { int a; } *p, q[3] = { 1 };`
//  ^first             ^body_open   ^body_close ^end
struct specifiers {
    uint32_t first, end;               // tokens [first, end)
    uint32_t tag;                      // `s`, or 0
    uint32_t body_open, body_close;    // braces of a struct, union or enum that is defined here; 0: none
    uint32_t keyword;                  // of struct, union, enum; 0: none
    bool is_typedef, is_extern, is_static, is_constexpr, is_thread, has_type;
};

struct declarator {
    uint32_t first, end;               // tokens [first, end); the initializer is not part of it
    uint32_t name;                     // 0: abstract
    uint32_t outer;                    // where a name in pure parentheses begins: `(f)`; else name
    uint32_t open, close;              // the parameter list right behind the name; 0: it declares no function
    uint32_t pointer;                  // a `*` between parenthesis and name: `(*f)(int)`; 0: none
    uint32_t equals;                   // 0: no initializer
    uint32_t init_end;                 // behind the initializer
};

struct specifiers declaration_specifiers(const struct source *source, uint32_t token);

// The declarator at `token` up to its `,`, `;`, `{`, `=`, `:` or the closing bracket around it.
struct declarator declaration_declarator(const struct source *source, uint32_t token);

// The token in front of which `asm("symbol")` may be put for the function whose declarator names it at `name`; 0: there is
// one already.
uint32_t declaration_symbol_place(const struct source *source, uint32_t name);

// Behind `.`, `->`, struct, union, enum and goto a name is a member, a tag or a label.
bool token_is_other_name(const struct source *source, uint32_t token);

// `unused` and its like, in an attribute.
bool token_marks_unused(const struct source *source, uint32_t token);

// Does the attribute of tokens [first, end) make the type another one? Others speak of the object or function.
bool tokens_make_type(const struct source *source, uint32_t first, uint32_t end);

// `typeof_unqual (`, which compilers lack that lack other words of C23.
bool token_is_typeof_unqual(const struct source *source, uint32_t token);

// In the declaration of tokens [first, end) the first attribute at or behind `token` that says how the function is compiled, as
// `target("avx2")` does; 0: there is none.
uint32_t token_find_code_attribute(const struct source *source, uint32_t first, uint32_t token, uint32_t end);

// Behind `token` and, if it opens a bracket, behind its partner.
uint32_t token_skip(const struct source *source, uint32_t token);

// Behind attributes of every spelling at `token`: __attribute__((…)), [[…]], alignas(…), asm("…").
uint32_t token_skip_attributes(const struct source *source, uint32_t token);

// The first token of the declaration that `token` stands in the specifiers of.
uint32_t declaration_begin(const struct source *source, uint32_t token);

// Would evaluating tokens [first, end) do something, as far as they tell?
bool tokens_have_effects(const struct source *source, uint32_t first, uint32_t end);

// The token behind the block that this one stands in; UINT32_MAX: it stands in none.
uint32_t token_block_end(const struct source *source, uint32_t token);

#endif
