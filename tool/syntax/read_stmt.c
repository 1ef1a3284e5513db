// read_stmt.c: from libclang's statements to ours.
//
// libclang's extents leave out the `;` of expression statements and may leave out leading attributes, and a `for`
// does not say which of its parts are missing. So the places come from the tokens, one statement beginning where the
// one before it ended, and libclang says what kind a statement is and gives the expressions that await.
#include "syntax/cursor.h"

#include "model/declaration.h"
#include "model/report.h"
#include "syntax/exits.h"
#include "syntax/wording.h"

static struct stmt *new_stmt(struct reader *reader, enum stmt_kind kind, uint32_t first)
{
    struct stmt *s = arena_new(reader->arena, struct stmt);
    s->kind = kind;
    s->first = first;
    s->parent = reader->scope;
    s->number = ++reader->function->statement_count;
    return s;
}


// The token behind the `;` that ends what the cursor covers; TOKEN_END if there is none.
static uint32_t behind_semicolon(const struct reader *reader, uint32_t token)
{
    const struct source *source = reader->source;
    while (token_at(source, token)->kind != TOKEN_END && token_word(source, token) != ';')
        token = token_skip(source, token);
    return token_at(source, token)->kind == TOKEN_END ? token : token + 1;
}

static struct expr *read_if_awaits(struct reader *reader, CXCursor cursor)
{
    if (!contains_await(reader, cursor) && !jumps_from_block(reader, cursor))
        return nullptr;
    struct expr *e = read_expr(reader, cursor);
    return e->awaits ? e : nullptr;
}

// The child whose text lies in tokens [first, end); null cursor: none.
static CXCursor child_between(const struct reader *reader, const struct cursors *children, uint32_t first, uint32_t end)
{
    uint32_t from = token_at(reader->source, first)->begin, to = token_at(reader->source, end)->begin;
    for (size_t i = 0; i < children->count; i++) {
        struct span span = cursor_span(reader, children->at[i]);
        if (span.begin >= from && span.end <= to && span.begin < span.end)
            return children->at[i];
    }
    return clang_getNullCursor();
}

static struct expr *read_part(struct reader *reader, const struct cursors *children, uint32_t first, uint32_t end)
{
    CXCursor cursor = child_between(reader, children, first, end);
    return cursor_is_expression(cursor) ? read_if_awaits(reader, cursor) : nullptr;
}

// --- blocks ---

static bool is_statement(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    return clang_isStatement(kind) || clang_isExpression(kind) || kind == CXCursor_DeclStmt;
}

// `int;` and `const;` declare nothing, and libclang leaves them out.
static uint32_t skip_empty_declarations(const struct reader *reader, CXCursor next, uint32_t token)
{
    uint32_t end = source_token_at(reader->source, cursor_span(reader, next).begin);
    for (uint32_t t = token; t < end; t = token_skip(reader->source, t))
        if (token_word(reader->source, t) == ';')
            token = t + 1;
    return token;
}

// `__label__ a, b;` at the beginning of a block.
static void declare_labels(struct reader *reader, uint32_t token)
{
    const struct source *source = reader->source;
    for (; token_is(source, token, "__label__"); token++)
        for (; token_word(source, token) != ';' && token_at(source, token)->kind != TOKEN_END; token++) {
            if (token_at(source, token)->kind != TOKEN_NAME || token_is(source, token, "__label__"))
                continue;
            struct local_label *label = arena_new(reader->arena, struct local_label);
            *label = (struct local_label){ token, reader->labels };
            reader->labels = label;
        }
}

// What tells a label from others of its name: the place of its `__label__`, if it has one.
static const char *label_identity(const struct reader *reader, const char *name)
{
    for (const struct local_label *l = reader->labels; l; l = l->outer)
        if (token_is(reader->source, l->token, name))
            return arena_printf(reader->arena, "%s.%u", name, l->token);
    return name;
}

// `label: defer S` belongs to the block as well.
static void note_defer(struct stmt *block, const struct stmt *child)
{
    while (child->kind == STMT_LABEL && child->body)
        child = child->body;
    block->defers |= child->kind == STMT_DEFER;
    block->defers_awaits |= child->kind == STMT_DEFER && child->awaits;
}

static struct stmt *read_compound(struct reader *reader, CXCursor cursor, uint32_t first)
{
    struct stmt *s = new_stmt(reader, STMT_BLOCK, first);
    uint32_t open = token_skip_attributes(reader->source, first);
    s->head_open = open;
    s->end = token_at(reader->source, open)->match + 1;
    struct stmt *outer = reader->scope, **end = &s->children;
    reader->scope = s;
    struct cursors children = {};
    cursor_children(cursor, &children);
    uint32_t token = open + 1;
    struct local_label *outer_labels = reader->labels;
    declare_labels(reader, token);
    for (size_t i = 0; i < children.count; i++) {
        if (!is_statement(children.at[i]))
            continue;
        struct stmt *child = read_stmt(reader, children.at[i], skip_empty_declarations(reader, children.at[i], token));
        *end = child;
        end = &child->next;
        token = child->end;
        s->awaits |= child->awaits;
        note_defer(s, child);
    }
    cursors_fini(&children);
    reader->scope = outer;
    reader->labels = outer_labels;
    return s;
}

// --- declarations ---

// The last token of the `__attribute__((…))` or `[[…]]` that begins here; 0: none does.
static uint32_t attribute_end(const struct source *source, uint32_t token)
{
    bool gnu = token_word(source, token) == WORD_ATTRIBUTE && token_word(source, token + 1) == '(';
    bool standard = token_word(source, token) == '[' && token_word(source, token + 1) == '[';
    return gnu || standard ? token_at(source, token + gnu)->match : 0;
}

struct attributes {
    struct buf alignment;          // alignas(…) and aligned(…), as they may stand before a member
    uint32_t cleanup;              // token behind the `(` of `cleanup(f)`; 0: none
};

// The number that a local constexpr stands for, where the token names one; else null.
static const struct variable *find_number(const struct reader *reader, uint32_t token)
{
    for (size_t i = reader->function->variables.count; i-- > 0;) {
        const struct variable *v = reader->function->variables.at[i];
        const struct stmt *scope = reader->scope;
        while (scope && scope != v->scope)
            scope = scope->parent;
        if (scope == v->scope && token_is(reader->source, token, v->name))
            return v->number ? v : nullptr;
    }
    return nullptr;
}

// As it may stand at file scope, in the frame.
static void add_alignment(const struct reader *reader, struct attributes *a, const char *head, uint32_t open, const char *tail)
{
    const struct source *source = reader->source;
    buf_puts(&a->alignment, head);
    uint32_t end = token_word(source, open) == '(' ? token_at(source, open)->match : 0;
    for (uint32_t t = open; t <= end; t++) {
        const struct variable *number = find_number(reader, t);
        buf_printf(&a->alignment, t > open + 1 && t < end ? " %s" : "%s", number ? number->number : token_text(source, t));
    }
    buf_puts(&a->alignment, tail);
}

// Attributes right behind the braces of a type are the type's.
static uint32_t behind_type(const struct source *source, uint32_t open)
{
    return token_skip_attributes(source, token_at(source, open)->match + 1);
}

static void read_attributes(const struct reader *reader, uint32_t first, uint32_t behind, struct attributes *a)
{
    const struct source *source = reader->source;
    for (uint32_t t = first; t < behind; t++) {
        if (token_word(source, t) == '{')
            t = behind_type(source, t) - 1;
        else if (token_word(source, t) == WORD_ALIGNAS && token_word(source, t + 1) == '(')
            add_alignment(reader, a, "_Alignas", t + 1, " ");
        for (uint32_t end = attribute_end(source, t); t < end; t++) {
            if ((token_is(source, t, "cleanup") || token_is(source, t, "__cleanup__")) && token_word(source, t + 1) == '(')
                a->cleanup = t + 2;
            if (token_is(source, t, "aligned") || token_is(source, t, "__aligned__"))
                add_alignment(reader, a, "__attribute__((aligned", t + 1, ")) ");
        }
    }
}

struct variable *add_variable(struct reader *reader, CXCursor cursor)
{
    struct variable *v = arena_new(reader->arena, struct variable);
    const char *name = cursor_name(reader, cursor);
    v->name = v->output = v->field = strcmp(name, "async__main") == 0 ? "main" : name;     // the view's name for it
    v->is_unnamed = !*v->name;
    if (v->is_unnamed)
        v->name = v->output = v->field = arena_printf(reader->arena, "async__unnamed_%zu", reader->function->variables.count + 1);
    bool is_param = clang_getCursorKind(cursor) == CXCursor_ParmDecl;
    v->type = is_param ? read_parameter_type(reader, cursor_type(cursor)) : read_type(reader, cursor_type(cursor));
    v->scope = reader->scope;
    uint32_t at = cursor_location(reader, cursor);
    v->declared = view_to_source(reader->view, at, false);
    v->index = at;         // while reading: the identity that references carry
    v->is_param = is_param;
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++) {
        CXString kind = clang_getCursorSpelling(children.at[i]);
        v->has_cleanup |= clang_isAttribute(clang_getCursorKind(children.at[i])) && strstr(clang_getCString(kind), "cleanup");
        clang_disposeString(kind);
    }
    cursors_fini(&children);
    vec_push(&reader->function->variables, v);
    return v;
}

static bool is_variably_modified(struct reader *reader, CXCursor cursor)
{
    return read_type(reader, cursor_type(cursor))->is_variable;
}

static void refuse_static(struct reader *reader, const struct var_decl *d)
{
    report_error(reader->unit->reports, token_at(reader->source, d->first)->begin,
                 "a static pointer to an array of variable length cannot be used in an async function");
}

static void read_declarator(struct reader *reader, CXCursor cursor, struct var_decl *d, bool automatic)
{
    if (clang_getCursorKind(cursor) == CXCursor_TypedefDecl ? !is_variably_modified(reader, cursor) : !automatic) {
        if (clang_getCursorKind(cursor) == CXCursor_VarDecl && is_variably_modified(reader, cursor))
            refuse_static(reader, d);
        return;
    }
    d->variable = add_variable(reader, cursor);
    const struct type *type = d->variable->type;
    d->variable->is_type = clang_getCursorKind(cursor) == CXCursor_TypedefDecl;
    d->is_number = d->equals && type->is_const && !type->is_volatile && !type->is_atomic && !type->is_array && !type->is_record &&
                   cursor_is_number(cursor) && !contains_await(reader, cursor);
    long long value;
    if (d->is_number && cursor_evaluate(cursor, &value) && value >= 0)
        d->variable->number = arena_printf(reader->arena, "%lld", value);
    if (!d->equals || (!contains_await(reader, cursor) && !jumps_from_block(reader, cursor)))
        return;
    struct cursors children = {};
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count; i++)
        if (cursor_is_expression(children.at[i]) &&
            cursor_span(reader, children.at[i]).begin >= token_at(reader->source, d->equals)->begin)
            d->init = read_if_awaits(reader, children.at[i]);
    cursors_fini(&children);
}

// Does one of them await?
static bool read_declared_bounds(struct reader *reader, CXCursor cursor, const struct var_decl *d, struct specifiers specs)
{
    read_bounds(reader, cursor, d->variable, (struct token_span){ specs.first, specs.end }, (struct token_span){ d->first, d->end });
    for (const struct bound *b = d->variable->bounds; b; b = b->next)
        if (b->value)
            return true;
    return false;
}

static void add_attributes(struct reader *reader, const struct var_decl *d, uint32_t specs, uint32_t specs_end)
{
    struct attributes a = {};
    read_attributes(reader, specs, specs_end, &a);
    read_attributes(reader, d->first, d->end, &a);
    d->variable->has_cleanup |= a.cleanup != 0;
    d->variable->cleanup = a.cleanup;
    if (d->variable->type->loses_alignment)
        buf_printf(&a.alignment, "_Alignas(%u) ", d->variable->type->align);
    d->variable->alignment = a.alignment.length ? arena_copy(reader->arena, a.alignment.text, a.alignment.length) : nullptr;
    buf_fini(&a.alignment);
}

// Specifiers are shared, and an attribute among them is kept for all declarators or for none.
static void join_cleanups(struct stmt *s)
{
    uint32_t first = 0;
    for (struct var_decl *d = s->declarators; d; d = d->next) {
        if (!d->variable || !d->variable->has_cleanup)
            continue;
        first = first ? first : d->variable->initialized;
        d->variable->initialized = first;
    }
}

// One declaration up to its `;`, or one declarator up to `end`, if that is not 0.
static struct stmt *read_declaration(struct reader *reader, CXCursor cursor, uint32_t first, uint32_t end_token)
{
    struct source *source = reader->source;
    struct stmt *s = new_stmt(reader, STMT_DECL, first);
    struct specifiers specs = declaration_specifiers(source, first);
    s->specs_end = specs.end;
    struct cursors children = {};
    cursor_children(cursor, &children);
    struct var_decl **end = &s->declarators;
    bool automatic = !specs.is_static && !specs.is_extern && !specs.is_typedef && !specs.is_thread;
    uint32_t token = specs.end;
    size_t next = 0;
    while (token_word(source, token) != ';' && token_at(source, token)->kind != TOKEN_END) {
        struct declarator found = declaration_declarator(source, token);
        struct var_decl *d = arena_new(reader->arena, struct var_decl);
        d->first = found.first;
        d->end = found.end;
        d->equals = found.equals;
        d->init_end = found.init_end;
        *end = d;
        end = &d->next;
        // The cursor of this declarator is the one whose name stands inside it.
        for (; next < children.count; next++) {
            uint32_t at = view_to_source(reader->view, cursor_location(reader, children.at[next]), false);
            enum CXCursorKind kind = clang_getCursorKind(children.at[next]);
            if ((kind == CXCursor_VarDecl || kind == CXCursor_TypedefDecl) && at >= token_at(source, found.first)->begin && at < token_at(source, found.end)->begin)
                break;
        }
        if (next < children.count) {
            read_declarator(reader, children.at[next++], d, automatic);
            s->is_variables |= d->variable != nullptr;
            if (d->variable) {
                d->variable->initialized = token_at(source, d->init_end)->begin;
                add_attributes(reader, d, first, specs.end);
            }
            if (d->variable && d->variable->type->is_variable)
                s->awaits |= read_declared_bounds(reader, children.at[next - 1], d, specs);
            s->awaits |= d->init != nullptr;
        } else {
            next = 0;
        }
        if (end_token || token_word(source, found.init_end) != ',')
            break;
        token = found.init_end + 1;
    }
    s->end = end_token ? end_token : behind_semicolon(reader, token);
    cursors_fini(&children);
    join_cleanups(s);
    return s;
}

// --- conditions and loops ---

static struct stmt *read_null(struct reader *reader, uint32_t first)
{
    struct stmt *s = new_stmt(reader, STMT_NULL, first);
    s->end = behind_semicolon(reader, first);
    return s;
}

// libclang leaves out a body that it could not understand; an error has been reported then.
static struct stmt *read_body(struct reader *reader, const struct cursors *children, size_t index, uint32_t first)
{
    return index < children->count ? read_stmt(reader, children->at[index], first) : read_null(reader, first);
}

static void read_head(struct reader *reader, struct stmt *s, uint32_t keyword, const struct cursors *children)
{
    s->head_open = keyword + 1;
    s->head_close = token_at(reader->source, s->head_open)->match;
    s->value = s->head_open + 1;
    s->value_end = s->head_close;
    s->cond = read_part(reader, children, s->value, s->value_end);
    s->awaits |= s->cond != nullptr;
}

static struct stmt *read_if(struct reader *reader, const struct cursors *children, uint32_t first, uint32_t keyword)
{
    struct stmt *s = new_stmt(reader, STMT_IF, first);
    read_head(reader, s, keyword, children);
    s->body = read_body(reader, children, 1, s->head_close + 1);
    s->end = s->body->end;
    s->awaits |= s->body->awaits;
    if (children->count > 2) {
        s->otherwise = read_body(reader, children, 2, s->end + 1);
        s->end = s->otherwise->end;
        s->awaits |= s->otherwise->awaits;
    }
    return s;
}

static void read_breakable_body(struct reader *reader, struct stmt *s, const struct cursors *children, size_t index,
                                uint32_t first)
{
    struct stmt *loop = reader->loop, *breakable = reader->breakable;
    reader->breakable = s;
    if (s->kind != STMT_SWITCH)
        reader->loop = s;
    s->body = read_body(reader, children, index, first);
    s->awaits |= s->body->awaits;
    s->end = s->body->end;
    reader->loop = loop;
    reader->breakable = breakable;
}

static struct stmt *read_while(struct reader *reader, const struct cursors *children, uint32_t first, uint32_t keyword,
                               enum stmt_kind kind)
{
    struct stmt *s = new_stmt(reader, kind, first);
    read_head(reader, s, keyword, children);
    read_breakable_body(reader, s, children, children->count - 1, s->head_close + 1);
    return s;
}

static struct stmt *read_do(struct reader *reader, const struct cursors *children, uint32_t first, uint32_t keyword)
{
    struct stmt *s = new_stmt(reader, STMT_DO, first);
    read_breakable_body(reader, s, children, 0, keyword + 1);
    s->continue_label = false;
    read_head(reader, s, s->body->end, children);
    s->end = behind_semicolon(reader, s->head_close);
    if (s->cond)
        s->continue_label = true;
    return s;
}

static struct stmt *read_for(struct reader *reader, const struct cursors *children, uint32_t first, uint32_t keyword)
{
    struct source *source = reader->source;
    struct stmt *s = new_stmt(reader, STMT_FOR, first), *outer = reader->scope;
    reader->scope = s;
    s->head_open = keyword + 1;
    s->head_close = token_at(source, s->head_open)->match;
    s->part[0] = s->head_open + 1;
    s->part[1] = behind_semicolon(reader, s->part[0]);
    s->part[2] = behind_semicolon(reader, s->part[1]);
    s->part[3] = s->head_close;
    CXCursor init = child_between(reader, children, s->part[0], s->part[1]);
    if (!clang_Cursor_isNull(init))
        s->init = read_stmt(reader, init, s->part[0]);
    s->value = s->part[1];
    s->value_end = s->part[2] - 1;
    s->cond = read_part(reader, children, s->part[1], s->part[2]);
    s->step = read_part(reader, children, s->part[2], s->part[3]);
    s->continue_label = s->step != nullptr;
    s->awaits = s->cond || s->step || (s->init && s->init->awaits);
    read_breakable_body(reader, s, children, children->count - 1, s->head_close + 1);
    reader->scope = outer;
    return s;
}

// --- labels and jumps ---

static struct stmt *read_label(struct reader *reader, CXCursor cursor, const struct cursors *children, uint32_t first)
{
    struct source *source = reader->source;
    struct stmt *s = new_stmt(reader, STMT_LABEL, first);
    uint32_t token = token_skip_attributes(source, first);
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    s->is_case = kind == CXCursor_CaseStmt;
    s->is_default = kind == CXCursor_DefaultStmt;
    if (kind == CXCursor_LabelStmt) {
        s->label = label_identity(reader, cursor_name(reader, cursor));
        reader->function->has_labels = true;
        vec_push(&reader->function->labels, s);
    }
    for (uint32_t questions = 0;; token = token_skip(source, token)) {
        questions += token_word(source, token) == '?';
        if ((token_word(source, token) == ':' && questions-- == 0) || token_at(source, token)->kind == TOKEN_END)
            break;
    }
    uint32_t behind = token_at(source, token)->kind == TOKEN_END ? token : token + 1;
    s->label_end = token_skip_attributes(source, behind);
    s->end = s->label_end;
    if (children->count && is_statement(children->at[children->count - 1]) && token_word(source, s->label_end) != '}') {
        CXCursor sub = children->at[children->count - 1];
        s->body = read_stmt(reader, sub, behind);
        s->label_end = behind;
        s->end = s->body->end;
        s->awaits = s->body->awaits;
    }
    return s;
}

static struct stmt *read_jump(struct reader *reader, CXCursor cursor, const struct cursors *children, uint32_t first)
{
    static const struct {
        enum CXCursorKind cursor;
        enum stmt_kind kind;
    } kinds[] = {
        { CXCursor_GotoStmt, STMT_GOTO }, { CXCursor_IndirectGotoStmt, STMT_GOTO_COMPUTED }, { CXCursor_BreakStmt, STMT_BREAK },
        { CXCursor_ContinueStmt, STMT_CONTINUE }, { CXCursor_ReturnStmt, STMT_RETURN },
    };
    enum stmt_kind kind = STMT_NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].cursor == clang_getCursorKind(cursor))
            kind = kinds[i].kind;
    struct stmt *s = new_stmt(reader, kind, first);
    uint32_t keyword = token_skip_attributes(reader->source, first);
    s->end = behind_semicolon(reader, keyword);
    s->value = keyword + 1;
    s->value_end = s->end - 1;
    if (kind == STMT_GOTO)
        s->label = label_identity(reader, token_text(reader->source, keyword + 1));
    if (kind == STMT_GOTO_COMPUTED) {
        s->value = keyword + 2;
        reader->function->has_computed_goto = true;
    }
    if (kind == STMT_RETURN || kind == STMT_GOTO_COMPUTED)
        s->cond = read_part(reader, children, s->value, s->value_end);
    s->target = kind == STMT_BREAK ? reader->breakable : kind == STMT_CONTINUE ? reader->loop : nullptr;
    s->awaits = s->cond != nullptr;
    return s;
}

// A statement with attributes in front is a node around the statement itself.
static struct stmt *read_other(struct reader *reader, CXCursor cursor, const struct cursors *children, uint32_t first)
{
    if (!cursor_is_expression(cursor))
        for (size_t i = 0; i < children->count; i++)
            if (is_statement(children->at[i]))
                return read_stmt(reader, children->at[i], first);
    struct stmt *s = new_stmt(reader, STMT_EXPR, first);
    uint32_t end = source_token_at(reader->source, cursor_span(reader, cursor).end);
    s->value = first;
    s->end = behind_semicolon(reader, end);
    s->value_end = s->end - 1;
    // The third part of a `for` has no semicolon; it is never read as a statement.
    s->cond = cursor_is_expression(cursor) ? read_if_awaits(reader, cursor) : nullptr;
    s->awaits = s->cond != nullptr;
    return s;
}

static struct stmt *read_asm_statement(struct reader *reader, const struct cursors *children, uint32_t first)
{
    struct stmt *s = new_stmt(reader, STMT_ASM, first);
    s->end = behind_semicolon(reader, first);
    for (uint32_t t = first; t < s->end && token_word(reader->source, t) != '('; t++)
        s->jumps |= token_word(reader->source, t) == WORD_GOTO;
    reader->function->has_computed_goto |= s->jumps;
    s->value = first;
    s->value_end = s->end - 1;
    s->cond = read_asm(reader, children, s->value, s->value_end);
    s->awaits = s->cond != nullptr;
    return s;
}

// Nothing in it leads out of it, and nothing outside of it into it.
static struct stmt *read_defer(struct reader *reader, const struct cursors *children, uint32_t first, struct own_statement *own)
{
    struct stmt *s = new_stmt(reader, STMT_DEFER, first);
    struct stmt *loop = reader->loop, *breakable = reader->breakable;
    own->is_read = true;
    reader->loop = reader->breakable = s;
    s->body = read_body(reader, children, children->count - 1, own->body);
    s->end = s->body->end;
    s->awaits = s->body->awaits;
    reader->loop = loop;
    reader->breakable = breakable;
    return s;
}

// The expression that is just tokens [first, end), inside what the view has put around it.
static CXCursor find_wrapped(const struct reader *reader, CXCursor cursor, uint32_t first, uint32_t end)
{
    struct cursors children = {};
    CXCursor found = clang_getNullCursor();
    cursor_children(cursor, &children);
    for (size_t i = 0; i < children.count && clang_Cursor_isNull(found); i++) {
        struct span span = cursor_span(reader, children.at[i]);
        bool inside = span.begin >= token_at(reader->source, first)->begin && span.end <= token_at(reader->source, end)->begin;
        found = inside && span.begin < span.end ? children.at[i] : find_wrapped(reader, children.at[i], first, end);
    }
    cursors_fini(&children);
    return found;
}

static void refuse_in_plain(struct reader *reader, const struct own_statement *own)
{
    if (reader->function->is_plain)
        report_error(reader->unit->reports, token_at(reader->source, own->word)->begin, "'%s' is only allowed in an async function",
                     token_text(reader->source, own->word));
}

// S and T of the `if (…) S else T` that the view has made of a statement; `children` are those of the if.
static void read_arms(struct reader *reader, struct stmt *s, const struct cursors *children, uint32_t first)
{
    s->body = read_body(reader, children, 1, first);
    s->end = s->body->end;
    s->awaits |= s->body->awaits;
    if (children->count < 3)
        return;
    s->otherwise = read_body(reader, children, 2, s->end + 1);
    s->end = s->otherwise->end;
    s->awaits |= s->otherwise->awaits;
}

static struct stmt *read_timeout(struct reader *reader, const struct cursors *children, uint32_t first, struct own_statement *own)
{
    struct stmt *s = new_stmt(reader, STMT_TIMEOUT, first);
    own->is_read = true;
    s->value = own->open + 1;
    s->value_end = own->close;
    CXCursor seconds = children->count ? find_wrapped(reader, children->at[0], s->value, s->value_end) : clang_getNullCursor();
    if (cursor_is_expression(seconds))
        s->cond = read_if_awaits(reader, seconds);
    s->awaits = s->cond;
    read_arms(reader, s, children, own->body);
    refuse_in_plain(reader, own);
    return s;
}

// An await that has no word of its own happens behind this token. Those are noted in the order of the text.
static void note_implied_await(struct reader *reader, uint32_t token)
{
    struct await *await = arena_new(reader->arena, struct await);
    *await = (struct await){ .word = token, .operand = token, .evaluated = true };
    vec_push(&reader->function->awaits, await);
}

// Its end awaits the children.
static struct stmt *read_group(struct reader *reader, const struct cursors *children, uint32_t first, struct own_statement *own)
{
    struct stmt *s = new_stmt(reader, STMT_GROUP, first), *outer = reader->scope;
    own->is_read = s->awaits = true;
    reader->scope = s;
    struct cursors declared = {}, arms = {};
    if (children->count > 1) {
        cursor_children(children->at[0], &declared);
        cursor_children(children->at[1], &arms);
    }
    if (declared.count && clang_getCursorKind(declared.at[0]) == CXCursor_VarDecl) {
        s->group = add_variable(reader, declared.at[0]);
        s->group->initialized = token_at(reader->source, own->close)->begin;
    }
    read_arms(reader, s, &arms, own->body);
    note_implied_await(reader, s->end - 1);
    cursors_fini(&declared);
    cursors_fini(&arms);
    reader->scope = outer;
    refuse_in_plain(reader, own);
    return s;
}

// What an entry without a name gives.
static struct variable *add_entered(struct reader *reader, CXCursor cursor, const struct expr *value)
{
    struct variable *v = arena_new(reader->arena, struct variable);
    v->name = v->output = v->field = arena_printf(reader->arena, "async__entry_%zu", reader->function->variables.count + 1);
    v->type = value->type;
    v->scope = reader->scope;
    v->declared = value->begin;
    v->index = cursor_span(reader, cursor).view_end;       // in order among those of the variables around it
    v->initialized = value->end;
    vec_push(&reader->function->variables, v);
    return v;
}

static void find_exit(struct reader *reader, struct stmt *s, CXType type, const struct entry *entry)
{
    s->exit = exits_find(reader, type);
    if (s->exit || reader->unit->reports->errors)
        return;
    uint32_t at = token_at(reader->source, entry->equals ? entry->equals + 1 : entry->first)->begin;
    const char *shown = type_in_users_words(reader, type);
    report_error(reader->unit->reports, at, "'async_with' has no exit for values of type %s", shown);
    if (!s->entered->type->is_void)
        report_note(reader->unit->reports, at, "one is given to a type by 'ASYNC_EXIT(%.*s, function);' at file scope",
                    (int)strlen(shown) - 2, shown + 1);
}

// `children` are those of the block that the view has made of the entry: how it is entered, and the rest.
static void read_entry(struct reader *reader, struct stmt *s, const struct cursors *children, const struct entry *entry)
{
    CXCursor cursor = children->count ? children->at[0] : clang_getNullCursor();
    if (entry->equals ? clang_getCursorKind(cursor) != CXCursor_DeclStmt : !cursor_is_expression(cursor))
        return;                        // an error in it has been reported: it is not there
    if (entry->equals) {
        s->init = read_declaration(reader, cursor, entry->first, entry->end);
        s->entered = s->init->declarators ? s->init->declarators->variable : nullptr;
        struct cursors declared = {};
        cursor_children(cursor, &declared);
        for (size_t i = 0; s->entered && i < declared.count; i++)       // it may declare a struct as well
            if (clang_getCursorKind(declared.at[i]) == CXCursor_VarDecl)
                find_exit(reader, s, cursor_type(declared.at[i]), entry);
        cursors_fini(&declared);
    } else {
        s->cond = read_expr(reader, cursor);
        s->entered = add_entered(reader, cursor, s->cond);
        find_exit(reader, s, cursor_type(cursor), entry);
    }
}

// Each entry stands in the block of the one before it.
static struct stmt *read_with(struct reader *reader, const struct cursors *children, uint32_t first, struct own_statement *own, size_t i)
{
    const struct entry *entry = &reader->unit->entries.at[own->entries + i];
    struct stmt *s = new_stmt(reader, STMT_WITH, i ? entry->first : first), *outer = reader->scope;
    s->awaits = own->is_read = true;
    reader->scope = s;
    read_entry(reader, s, children, entry);
    struct cursors inner = {};
    if (children->count > 1)
        cursor_children(children->at[1], &inner);
    s->body = i + 1 < own->entry_count ? read_with(reader, &inner, first, own, i + 1) : read_body(reader, &inner, 1, own->body);
    s->end = s->body->end;
    cursors_fini(&inner);
    reader->scope = outer;
    if (i == 0)
        refuse_in_plain(reader, own);
    return s;
}

static bool check_stream(struct reader *reader, CXCursor stream, const struct own_statement *own)
{
    if (clang_Cursor_isNull(stream))
        return false;
    CXType type = cursor_type(stream);
    if (is_handle_type(type, "struct async_generator_tag"))
        return true;
    if (clang_getCanonicalType(type).kind == CXType_Dependent)       // an error inside has been reported
        return false;
    report_error(reader->unit->reports, token_at(reader->source, own->comma + 1)->begin,
                 "'async_for' wants a generator here, and this has type %s", type_in_users_words(reader, type));
    return false;
}

// `children` are those of the `for (D x = …; …;)` that the view has made of it. Before each value it waits.
static struct stmt *read_each(struct reader *reader, const struct cursors *children, uint32_t first, struct own_statement *own)
{
    struct stmt *s = new_stmt(reader, STMT_EACH, first), *outer = reader->scope;
    reader->scope = s;
    s->awaits = own->is_read = true;
    s->value = own->comma + 1;
    s->value_end = own->close;
    note_implied_await(reader, own->word);
    CXCursor declaration = children->count ? children->at[0] : clang_getNullCursor();
    if (clang_getCursorKind(declaration) == CXCursor_DeclStmt) {
        s->init = read_declaration(reader, declaration, own->open + 1, own->comma);
        if (s->init->declarators && s->init->declarators->variable)
            s->init->declarators->variable->initialized = token_at(reader->source, own->close)->begin;
        CXCursor stream = find_wrapped(reader, declaration, s->value, s->value_end);
        if (check_stream(reader, stream, own)) {
            s->element = read_type(reader, handle_value_type(cursor_type(stream)));
            s->cond = read_expr(reader, stream);
            s->entered = add_entered(reader, stream, s->cond);
        }
    }
    read_breakable_body(reader, s, children, children->count - 1, own->body);
    reader->scope = outer;
    refuse_in_plain(reader, own);
    return s;
}

static struct stmt *read_own(struct reader *reader, const struct cursors *children, uint32_t first, struct own_statement *own)
{
    switch (own->kind) {
    case OWN_DEFER: return read_defer(reader, children, first, own);
    case OWN_TIMEOUT: return read_timeout(reader, children, first, own);
    case OWN_GROUP: return read_group(reader, children, first, own);
    case OWN_WITH: return read_with(reader, children, first, own, 0);
    case OWN_EACH: return read_each(reader, children, first, own);
    }
    unreachable();
}

struct stmt *read_stmt(struct reader *reader, CXCursor cursor, uint32_t first)
{
    struct cursors children = {};
    cursor_children(cursor, &children);
    uint32_t keyword = token_skip_attributes(reader->source, first);
    struct own_statement *own = find_own_statement(reader->unit, keyword);
    struct stmt *s;
    if (own) {
        s = read_own(reader, &children, first, own);
        cursors_fini(&children);
        return s;
    }
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_CompoundStmt: s = read_compound(reader, cursor, first); break;
    case CXCursor_DeclStmt: s = read_declaration(reader, cursor, first, 0); break;
    case CXCursor_IfStmt: s = read_if(reader, &children, first, keyword); break;
    case CXCursor_WhileStmt: s = read_while(reader, &children, first, keyword, STMT_WHILE); break;
    case CXCursor_SwitchStmt: s = read_while(reader, &children, first, keyword, STMT_SWITCH); break;
    case CXCursor_DoStmt: s = read_do(reader, &children, first, keyword); break;
    case CXCursor_ForStmt: s = read_for(reader, &children, first, keyword); break;
    case CXCursor_CaseStmt: case CXCursor_DefaultStmt: case CXCursor_LabelStmt:
        s = read_label(reader, cursor, &children, first);
        break;
    case CXCursor_GotoStmt: case CXCursor_IndirectGotoStmt: case CXCursor_BreakStmt: case CXCursor_ContinueStmt:
    case CXCursor_ReturnStmt:
        s = read_jump(reader, cursor, &children, first);
        break;
    case CXCursor_GCCAsmStmt: case CXCursor_MSAsmStmt: s = read_asm_statement(reader, &children, first); break;
    case CXCursor_NullStmt: s = read_null(reader, first); break;
    default: s = read_other(reader, cursor, &children, first);
    }
    cursors_fini(&children);
    return s;
}
