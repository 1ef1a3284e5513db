// flatten.c: takes the awaits out of an expression.
//
// Operands are evaluated left to right. What stands left of an await must have been evaluated before it, so it goes to
// a temporary, unless nothing that happens in between can change it:
//
//     a[i] + await f(x) * 2        t1 = a[i];  r1 = await f(x);          t1 + r1 * 2
//     total + await f(x)                       r1 = await f(x);          total + r1     (total is ours alone)
//     a[i++] += await f(x)         t1 = &a[i++]… see flatten_place       *t1 += r1
//     ok && await f(x)             t1 = ok != 0; if (t1) { r1 = await f(x); t1 = r1 != 0; }     t1
//
// In a full expression with an await the whole expression is put in order, also what stands behind the await.
//
// Needs: the trees of syntax/, function.refs.  Makes nodes before the statement, and the piece that remains of it.
#include "lower/lower.h"

// --- what may change what ---

// What is evaluated behind an operand: its later siblings, then those of what stands around it.
struct later {
    const struct expr *first, *end;      // up to `end`, and without it
    const struct later *outer;
};

static struct later behind(const struct expr *e, const struct later *outer)
{
    return (struct later){ .first = e->next, .outer = outer };
}

static struct later alone(const struct expr *e)
{
    return (struct later){ .first = e, .end = e->next };
}

static bool assigns(const struct expr *e, const struct variable *v)
{
    // The address of a local that nobody keeps is that in async_take(h).
    if (e->kind == EXPR_ASSIGN || e->kind == EXPR_COMPOUND_ASSIGN || e->kind == EXPR_STEP || e->kind == EXPR_ADDRESS) {
        const struct expr *place = e->operands;
        while (place && (place->kind == EXPR_PAREN || place->kind == EXPR_MEMBER || place->kind == EXPR_OTHER))
            place = place->operands;
        if (place && place->kind == EXPR_NAME && place->variable == v)
            return true;
    }
    if (e->kind == EXPR_BLOCK)
        return true;
    for (const struct expr *o = e->operands; o; o = o->next)
        if (assigns(o, v))
            return true;
    return false;
}

static bool is_changed_by_later(const struct variable *v, const struct later *later)
{
    for (; later; later = later->outer)
        for (const struct expr *e = later->first; e != later->end; e = e->next)
            if (assigns(e, v))
                return true;
    return false;
}

static bool later_effects(const struct later *later)
{
    for (; later; later = later->outer)
        for (const struct expr *e = later->first; e != later->end; e = e->next)
            if (e->effects)
                return true;
    return false;
}

static bool is_independent(const struct expr *e, const struct later *later);

// The operand of a subscript that is indexed where it lies: an array or a vector, not a pointer.
static bool is_place(const struct expr *e)
{
    return e->lvalue_type->is_array || e->lvalue_type->is_vector;
}

// Does the place that e names stay the same whatever `later` does?
static bool is_fixed_place(const struct expr *e, const struct later *later)
{
    switch (e->kind) {
    case EXPR_CONSTANT: case EXPR_NAME:
        return true;
    case EXPR_PAREN: case EXPR_MEMBER:
        return is_fixed_place(e->operands, later);
    case EXPR_ARROW: case EXPR_DEREF:
        return is_independent(e->operands, later);
    case EXPR_INDEX:
        for (const struct expr *o = e->operands; o; o = o->next)
            if (!(is_place(o) ? is_fixed_place(o, later) : is_independent(o, later)))
                return false;
        return true;
    default:
        return false;
    }
}

static bool is_independent(const struct expr *e, const struct later *later)
{
    if (e->effects || e->awaits)
        return false;
    switch (e->kind) {
    case EXPR_CONSTANT: case EXPR_UNEVALUATED:
        return true;
    case EXPR_NAME:
        if (e->lvalue_type->is_array || e->lvalue_type->is_function)
            return true;
        return e->variable && !e->variable->address_taken && !e->lvalue_type->is_volatile &&
               !is_changed_by_later(e->variable, later);
    case EXPR_ADDRESS:
        return e->operands && is_fixed_place(e->operands, later);
    case EXPR_MEMBER:
        if (e->lvalue_type->is_array)
            return is_fixed_place(e, later);
        return is_independent(e->operands, later);
    case EXPR_DEREF: case EXPR_ARROW: case EXPR_INDEX:
        return (e->lvalue_type->is_array || e->lvalue_type->is_function) && is_fixed_place(e, later);
    case EXPR_PAREN: case EXPR_OTHER: case EXPR_AND: case EXPR_OR: case EXPR_COND: case EXPR_ELVIS: case EXPR_LIST:
        for (const struct expr *o = e->operands; o; o = o->next)
            if (!is_independent(o, later))
                return false;
        return true;
    default:
        return false;
    }
}

// Does anything that comes later depend on what e does?
static bool matters_to(const struct expr *e, const struct later *later)
{
    struct later self = alone(e);
    for (; e->effects && later; later = later->outer)
        for (const struct expr *o = later->first; o != later->end; o = o->next)
            if (!is_independent(o, &self))
                return true;
    return false;
}

// Would C be free to evaluate something here in another order than the text's?
static bool is_unordered(const struct expr *e)
{
    bool sequenced = e->kind == EXPR_AND || e->kind == EXPR_OR || e->kind == EXPR_COND || e->kind == EXPR_ELVIS ||
                     e->kind == EXPR_COMMA;
    bool assignment = e->kind == EXPR_ASSIGN || e->kind == EXPR_COMPOUND_ASSIGN;
    for (const struct expr *o = e->operands; o; o = o->next) {
        struct later later = behind(o, nullptr);
        if (is_unordered(o))
            return true;
        if (sequenced)
            continue;
        if (matters_to(o, &later))
            return true;
        if (!later_effects(&later))
            continue;
        if (assignment && o == e->operands ? !is_fixed_place(o, &later) : !is_independent(o, &later))
            return true;
    }
    return false;
}

static bool needs_flattening(const struct expr *e)
{
    return e->awaits || e->makes_array || is_unordered(e);
}

// Does an arm of a conditional await?
static bool has_busy_arm(const struct expr *e)
{
    const struct expr *yes = e->operands->next;
    return needs_flattening(yes) || needs_flattening(yes->next);
}

// Once e has been flattened, does what remains of it still do something?
static bool remains_active(const struct expr *e)
{
    if (!e->effects || !needs_flattening(e))
        return e->effects;
    const struct expr *o = e->operands;
    switch (e->kind) {
    case EXPR_AWAIT: case EXPR_AND: case EXPR_OR: case EXPR_ELVIS: case EXPR_BLOCK:
        return false;
    case EXPR_COND:
        return !has_busy_arm(e) && (remains_active(o) || o->next->effects || o->next->next->effects);
    case EXPR_PAREN:
        return remains_active(o);
    case EXPR_COMMA:
        while (o->next)
            o = o->next;
        return remains_active(o);
    default:
        return true;
    }
}

// --- temporaries ---

static struct variable *new_temporary(struct lowering *l, struct type *type, uint32_t at)
{
    struct variable *v = arena_new(l->arena, struct variable);
    v->name = v->output = v->field = arena_printf(l->arena, "async__t%u", ++l->temporaries);
    v->type = type;
    v->declared = at;
    v->is_temporary = true;
    vec_push(&l->out->temporaries, v);
    return v;
}

// gcc's comparison of vectors gives one whose elements it may take for others, and for which no name exists.
static bool compares_vectors(struct lowering *l, const struct expr *e)
{
    const struct source *source = l->unit->source;
    uint32_t first = source_token_at(source, e->begin);
    for (uint32_t t = first; e->type->is_vector && token_at(source, t)->begin < e->end; t++)
        if (token_word(source, t) == '<' || token_word(source, t) == '>' || token_is(source, t, "==") || token_is(source, t, "!=") ||
            token_is(source, t, "<=") || token_is(source, t, ">="))
            return true;
    return false;
}

// No name: `__auto_type t = +(…)`, or `__typeof__(…) t`.
static struct type *nameless(struct lowering *l, const struct type *named)
{
    struct type *type = arena_new(l->arena, struct type);
    *type = *named;
    type->spelling = nullptr;
    return type;
}

static struct type *promoted(struct lowering *l, const struct expr *e)
{
    if (e->is_bit_field)
        return nameless(l, e->type);
    if (compares_vectors(l, e))
        return nameless(l, e->lvalue_type);
    // `async_queue_get(q(), place())` makes a void * of q(), after it has asked for its type; so a reader's output does again.
    if (e->type->is_pointer && e->lvalue_type->is_pointer && e->lvalue_type->spelling && !e->lvalue_type->is_variable)
        return e->lvalue_type;
    return e->type->is_vector ? e->lvalue_type : e->type;      // `vector * 2`: the 2 is made a vector there
}

// An expression of the same type whose evaluation changes nothing: typeof may evaluate what is variably modified.
static const struct expr *find_typing(const struct expr *e)
{
    const struct expr *o = e->operands;
    switch (e->effects || e->awaits ? e->kind : EXPR_CONSTANT) {
    case EXPR_PAREN: case EXPR_STEP: case EXPR_ASSIGN: case EXPR_COMPOUND_ASSIGN:
        return o ? find_typing(o) : e;
    case EXPR_COND:
        for (o = o->next; o; o = o->next) {       // a null pointer has the type of the other arm
            const struct expr *arm = find_typing(o);
            if (!arm->effects && !arm->awaits && arm->lvalue_type->is_variable)
                return arm;
        }
        return e;
    case EXPR_COMMA:
        while (o->next)
            o = o->next;
        return find_typing(o);
    default:
        return e;
    }
}

// A pointer to an array of variable length. No name may have such a type where an await is in scope: it is kept as a void
// pointer, and each use says what it is.
static struct variable *new_untyped(struct lowering *l, const struct expr *e)
{
    e = find_typing(e);
    struct type *type = arena_new(l->arena, struct type);
    *type = (struct type){ .spelling = "void *", .shown = "void *", .size = sizeof(void *), .align = alignof(void *), .is_pointer = true };
    if (e->effects || e->awaits)
        report_error(l->unit->reports, e->begin, "this pointer to an array of variable length cannot be kept over the await; "
                     "store it in a variable first");
    struct variable *v = new_temporary(l, type, e->begin);
    v->typed_as = e;
    return v;
}

// A void pointer that has the type of `typing`, which is only measured.
static struct piece as_typed(struct lowering *l, const struct expr *typing, struct piece pointer)
{
    struct piece piece = {};
    piece_text(l, &piece, "((__typeof__(&*(");
    piece_source(l, &piece, typing->begin, typing->end);
    piece_text(l, &piece, ")))(");
    piece_append(&piece, pointer);
    piece_text(l, &piece, "))");
    return piece;
}

static struct piece use(struct lowering *l, struct variable *v)
{
    struct piece piece = {};
    piece_variable(l, &piece, v, ACCESS_READ);
    return v->typed_as ? as_typed(l, v->typed_as, piece) : piece;
}

static struct piece spill(struct lowering *l, const struct expr *e, struct piece value)
{
    struct variable *v = e->type->is_variable ? new_untyped(l, e) : new_temporary(l, promoted(l, e), e->begin);
    struct node *node = lower_node(l, NODE_TEMPORARY, e->begin);
    node->variable = v;
    if (e->is_bit_field) {
        piece_text(l, &node->piece, "+(");
        piece_append(&node->piece, value);
        piece_text(l, &node->piece, ")");
    } else {
        node->piece = value;
    }
    return use(l, v);
}

// A struct that a call or an await gave, of which an array member is used later: it has to stay where it is.
static struct piece spill_to_frame(struct lowering *l, const struct expr *e, struct piece value)
{
    struct variable *v = new_temporary(l, e->type, e->begin);
    v->home = HOME_FRAME;
    struct node *node = lower_node(l, NODE_TEMPORARY, e->begin);
    node->variable = v;
    node->piece = value;
    node->type_begin = e->begin;
    node->type_end = e->end;
    return use(l, v);
}

// An array that an expression makes (a compound literal, which lives in the frame): a pointer to it is kept.
static struct piece spill_pointer(struct lowering *l, const struct expr *e, struct piece array)
{
    struct type *type = arena_new(l->arena, struct type);
    *type = (struct type){ .shown = "pointer", .size = sizeof(void *), .align = alignof(void *), .is_pointer = true };
    struct variable *v = new_temporary(l, type, e->begin);
    struct node *node = lower_node(l, NODE_TEMPORARY, e->begin);
    node->variable = v;
    piece_text(l, &node->piece, "&");
    piece_append(&node->piece, array);
    struct piece rest = {};
    piece_text(l, &rest, "(*");
    piece_append(&rest, use(l, v));
    piece_text(l, &rest, ")");
    return rest;
}

// --- rebuilding what remains ---

static struct piece with_operands(struct lowering *l, const struct expr *e, const struct piece *operands)
{
    struct piece piece = {};
    uint32_t at = e->begin;
    size_t i = 0;
    for (const struct expr *o = e->operands; o; o = o->next, i++) {
        piece_source(l, &piece, at, o->begin);
        piece_append(&piece, operands[i]);
        at = o->end;
    }
    piece_source(l, &piece, at, e->end);
    return piece;
}

static size_t count_operands(const struct expr *e)
{
    size_t count = 0;
    for (const struct expr *o = e->operands; o; o = o->next)
        count++;
    return count;
}

static struct piece as_written(struct lowering *l, const struct expr *e)
{
    struct piece piece = {};
    piece_source(l, &piece, e->begin, e->end);
    return piece;
}

static struct piece no_value(struct lowering *l)
{
    struct piece piece = {};
    piece_text(l, &piece, "(void)0");
    return piece;
}

static struct piece within(struct lowering *l, const char *before, struct piece inner, const char *behind)
{
    struct piece piece = {};
    piece_text(l, &piece, before);
    piece_append(&piece, inner);
    piece_text(l, &piece, behind);
    return piece;
}

static struct piece flatten_list(struct lowering *l, struct expr *e, const struct later *later);
static struct piece flatten_place(struct lowering *l, struct expr *e, const struct later *later);

// Has e to be evaluated for itself, before what comes later?
static bool is_ahead(const struct expr *e, const struct later *later)
{
    return later_effects(later) || (remains_active(e) && matters_to(e, later));
}

// The value of one operand, safe from what its later siblings do, and they from it.
static struct piece flatten_operand(struct lowering *l, struct expr *o, const struct later *later)
{
    if (o->kind == EXPR_LIST)
        return flatten_list(l, o, later);
    if (o->lvalue_type->is_array && is_ahead(o, later))
        return flatten_place(l, o, later);
    struct piece value = flatten_value(l, o);
    if (o->type->is_void || !is_ahead(o, later) || is_independent(o, later))
        return value;
    return spill(l, o, value);
}

// One of the operands of an expression that has nothing later around it.
static struct piece flatten_sibling(struct lowering *l, struct expr *o, bool as_place)
{
    struct later later = behind(o, nullptr);
    return as_place ? flatten_place(l, o, &later) : flatten_operand(l, o, &later);
}

// Braces are no value: what has to be kept is kept inside them.
static struct piece flatten_list(struct lowering *l, struct expr *e, const struct later *later)
{
    struct piece *operands = arena_array(l->arena, struct piece, count_operands(e) + 1);
    size_t i = 0;
    for (struct expr *o = e->operands; o; o = o->next) {
        struct later rest = behind(o, later);
        operands[i++] = flatten_operand(l, o, &rest);
    }
    return with_operands(l, e, operands);
}

static struct piece flatten_generic(struct lowering *l, struct expr *e)
{
    struct piece *operands = arena_array(l->arena, struct piece, count_operands(e) + 1);
    size_t i = 0;
    for (struct expr *o = e->operands; o; o = o->next)
        operands[i++] = flatten_sibling(l, o, false);
    return with_operands(l, e, operands);
}

static struct piece flatten_block(struct lowering *l, struct expr *e, bool wanted, enum home home);

// An array in a struct that is made here: the struct goes to the frame, for the array's address may be passed on.
static struct piece flatten_made(struct lowering *l, struct expr *e)
{
    if (e->kind == EXPR_BLOCK && e->awaits)
        return flatten_block(l, e, true, HOME_FRAME);
    if (e->kind != EXPR_PAREN && e->kind != EXPR_MEMBER)
        return spill_to_frame(l, e, flatten_value(l, e));
    struct piece operand = flatten_made(l, e->operands);
    return with_operands(l, e, &operand);
}

// An operand that is assigned to or whose address is taken: its place is found first, and stays.
static struct piece flatten_place(struct lowering *l, struct expr *e, const struct later *later)
{
    if (!needs_flattening(e) && (!is_ahead(e, later) || is_fixed_place(e, later)))
        return as_written(l, e);
    struct piece *operands = arena_array(l->arena, struct piece, count_operands(e) + 1);
    size_t i = 0;
    switch (e->kind) {
    case EXPR_MEMBER:
        if (is_made_array(e))
            return flatten_made(l, e);
        [[fallthrough]];
    case EXPR_PAREN:
        for (struct expr *o = e->operands; o; o = o->next)
            operands[i++] = flatten_place(l, o, later);
        return with_operands(l, e, operands);
    case EXPR_ARROW: case EXPR_DEREF:
        for (struct expr *o = e->operands; o; o = o->next)
            operands[i++] = flatten_operand(l, o, later);
        return with_operands(l, e, operands);
    case EXPR_INDEX:
        for (struct expr *o = e->operands; o; o = o->next) {
            struct later rest = behind(o, later);
            operands[i++] = is_place(o) ? flatten_place(l, o, &rest) : flatten_operand(l, o, &rest);
        }
        return with_operands(l, e, operands);
    default: {
        struct piece value = flatten_value(l, e);
        if (!is_ahead(e, later))
            return value;
        return e->lvalue_type->is_array ? spill_pointer(l, e, value) : e->type->is_record ? spill_to_frame(l, e, value) : value;
    }
    }
}

static struct piece flatten_assignment(struct lowering *l, struct expr *e)
{
    struct piece *operands = arena_array(l->arena, struct piece, count_operands(e) + 1);
    size_t i = 0;
    for (struct expr *o = e->operands; o; o = o->next, i++)
        operands[i] = flatten_sibling(l, o, i == 0);
    return with_operands(l, e, operands);
}

struct piece flatten_asm(struct lowering *l, struct expr *e)
{
    struct piece *operands = arena_array(l->arena, struct piece, count_operands(e) + 1);
    size_t i = 0;
    for (struct expr *o = e->operands; o; o = o->next)
        operands[i++] = flatten_sibling(l, o, o->is_place);
    return with_operands(l, e, operands);
}

// --- operators that decide what is evaluated ---

static void flatten_unwanted(struct lowering *l, struct expr *e, bool is_operand);

static struct node *set(struct lowering *l, struct variable *v, struct piece value, const char *before, const char *behind)
{
    struct node *node = lower_node(l, NODE_SET, v->declared);
    node->variable = v;
    piece_text(l, &node->piece, before);
    piece_append(&node->piece, value);
    piece_text(l, &node->piece, behind);
    return node;
}

static struct node *begin_if(struct lowering *l, struct piece condition, bool negated, uint32_t at)
{
    struct node *node = lower_node(l, NODE_IF, at);
    node->piece = condition;
    node->negated = negated;
    return node;
}

static struct node *new_branch(struct lowering *l, struct node **link)
{
    struct node *block = arena_new(l->arena, struct node);
    block->kind = NODE_BLOCK;
    block->stmt = l->stmt;
    *link = block;
    return block;
}

// Parentheses of the user's, in the parentheses of an if: clang takes `if ((a == b))` for a mistake, and `if (a = b)` too.
struct piece flatten_condition(struct lowering *l, struct expr *e)
{
    while ((e->kind == EXPR_PAREN && e->operands->kind != EXPR_ASSIGN) || (e->kind == EXPR_COMMA && needs_flattening(e))) {
        struct expr *o = e->operands;
        for (; o->next; o = o->next)
            flatten_unwanted(l, o, true);
        e = o;
    }
    return flatten_value(l, e);
}

static struct piece flatten_logic(struct lowering *l, struct expr *e, bool wanted)
{
    struct expr *left = e->operands, *right = left->next;
    struct piece first = flatten_condition(l, left);
    struct variable *v = nullptr;
    struct piece condition = first;
    if (wanted) {
        v = new_temporary(l, e->type, e->begin);
        struct node *node = lower_node(l, NODE_TEMPORARY, e->begin);
        node->variable = v;
        piece_text(l, &node->piece, "!!(");
        piece_append(&node->piece, first);
        piece_text(l, &node->piece, ")");
        condition = use(l, v);
    }
    struct node *branch = begin_if(l, condition, e->kind == EXPR_OR, left->begin);
    struct node **outer = lower_enter(l, new_branch(l, &branch->children));
    if (wanted)
        set(l, v, flatten_value(l, right), "!!(", ")");
    else
        flatten_unwanted(l, right, true);
    l->end = outer;
    return wanted ? use(l, v) : (struct piece){};
}

// No name is read in it, so that compilers know its value where it is written.
static bool is_constant_condition(const struct expr *e)
{
    switch (e->kind) {
    case EXPR_CONSTANT: case EXPR_UNEVALUATED:
        return true;
    case EXPR_PAREN: case EXPR_OTHER: case EXPR_AND: case EXPR_OR: case EXPR_COND:
        for (const struct expr *o = e->operands; o; o = o->next)
            if (!is_constant_condition(o))
                return false;
        return e->operands && !e->effects && !e->awaits;
    default:
        return false;
    }
}

// `sizeof(long) == 8 ? await f() : x >> 40`: compilers say nothing of an arm that is never taken, but of a branch they do. So
// what is simple stays an arm of the same condition.
static struct piece keep_arm(struct lowering *l, const struct expr *condition, struct piece yes, struct piece no)
{
    struct piece piece = within(l, "(", as_written(l, condition), ") ? ");
    piece_append(&piece, within(l, "(", yes, ") : "));
    piece_append(&piece, within(l, "(", no, ")"));
    return piece;
}

static void flatten_arm(struct lowering *l, struct node **link, const struct expr *condition, bool when, struct expr *arm,
                        struct variable *v)
{
    struct node **outer = lower_enter(l, new_branch(l, link));
    if (is_constant_condition(condition) && !needs_flattening(arm) && !(v && v->typed_as)) {
        struct piece value = v ? as_written(l, arm) : within(l, "(void)(", as_written(l, arm), ")"), other = v ? use(l, v) : no_value(l);
        struct piece kept = when ? keep_arm(l, condition, value, other) : keep_arm(l, condition, other, value);
        if (v)
            set(l, v, kept, "", "");
        else
            lower_node(l, NODE_TEXT, arm->begin)->piece = kept;
    } else if (v) {
        set(l, v, flatten_value(l, arm), "", "");
    } else {
        flatten_unwanted(l, arm, true);
    }
    l->end = outer;
}

static struct variable *declare_result(struct lowering *l, struct expr *e)
{
    struct type *type = compares_vectors(l, e) ? nameless(l, e->type) : e->type;
    struct variable *v = e->type->is_variable ? new_untyped(l, e) : new_temporary(l, type, e->begin);
    struct node *node = lower_node(l, NODE_TEMPORARY, e->begin);
    node->variable = v;
    node->type_begin = e->begin;
    node->type_end = e->end;
    return v;
}

// Where only the condition awaits the choice stays as it is: the compiler knows then what each arm is, a literal say.
static struct piece flatten_choice(struct lowering *l, struct expr *e)
{
    struct expr *condition = e->operands, *yes = condition->next, *no = yes->next;
    const struct expr *typing = e->type->is_variable ? find_typing(e) : e;
    struct piece operands[] = { flatten_value(l, condition), as_written(l, yes), as_written(l, no) };
    if (typing == e)
        return with_operands(l, e, operands);
    operands[1] = within(l, "(void *)(", operands[1], ")");
    operands[2] = within(l, "(void *)(", operands[2], ")");
    return as_typed(l, typing, with_operands(l, e, operands));
}

static void take_apart(struct function *fn, const struct expr *e)
{
    for (size_t i = 0; i < fn->pointer_choices.count; i++)
        if (fn->pointer_choices.at[i].begin == e->begin && fn->pointer_choices.at[i].end == e->end)
            fn->pointer_choices.at[i].is_taken_apart = true;
}

static struct piece flatten_conditional(struct lowering *l, struct expr *e, bool wanted)
{
    take_apart(l->fn, e);
    struct expr *condition = e->operands, *yes = condition->next, *no = yes->next;
    if (wanted && !has_busy_arm(e))
        return flatten_choice(l, e);
    struct variable *v = wanted && !e->type->is_void ? declare_result(l, e) : nullptr;
    struct node *branch = begin_if(l, flatten_condition(l, condition), false, condition->begin);
    flatten_arm(l, &branch->children, condition, true, yes, v);
    flatten_arm(l, &branch->otherwise, condition, false, no, v);
    return v ? use(l, v) : no_value(l);
}

static struct piece flatten_elvis(struct lowering *l, struct expr *e, bool wanted)
{
    struct expr *condition = e->operands, *no = condition->next;
    if (!wanted) {
        struct node *branch = begin_if(l, flatten_condition(l, condition), true, condition->begin);
        flatten_arm(l, &branch->children, condition, false, no, nullptr);
        return (struct piece){};
    }
    struct variable *v = declare_result(l, e);
    set(l, v, flatten_value(l, condition), "", "");
    struct node *branch = begin_if(l, use(l, v), true, condition->begin);
    flatten_arm(l, &branch->children, condition, false, no, v);
    return use(l, v);
}

static struct piece flatten_comma(struct lowering *l, struct expr *e, bool wanted, bool is_operand)
{
    struct expr *o = e->operands;
    for (; o->next; o = o->next)
        flatten_unwanted(l, o, true);
    if (wanted)
        return flatten_value(l, o);
    flatten_unwanted(l, o, is_operand || o->awaits);       // gcc lets `(a, *f())` be: f is called
    return (struct piece){};
}

// Compilers are silent about the value that nobody uses where a macro of a system header gives it; here it is the user's text.
static struct piece flatten_block(struct lowering *l, struct expr *e, bool wanted, enum home home)
{
    struct variable *v = wanted && !e->type->is_void ? declare_result(l, e) : nullptr;
    if (v)
        v->home = home;
    lower_block_value(l, e->block, v, !wanted && !e->type->is_void);
    return v ? use(l, v) : no_value(l);
}

// --- await ---

struct piece lower_await(struct lowering *l, struct expr *e, struct piece *arguments, size_t count)
{
    struct node *node = lower_node(l, NODE_AWAIT, e->begin);
    node->end = e->end;
    node->await = e;
    node->arguments = arguments;
    node->argument_count = count;
    node->number = ++l->out->await_count;
    node->is_step = l->depth == 0 && is_main(l->fn);
    cleanup_for_unwinding(l, node);
    struct piece value = {};
    if (delivery_of(e->type) == DELIVERY_OUT) {
        node->variable = new_temporary(l, e->type, e->begin);
        node->variable->name = node->variable->output = node->variable->field = arena_printf(l->arena, "async__value_%u", node->number);
        piece_variable(l, &value, node->variable, ACCESS_READ);
    } else if (delivery_of(e->type) == DELIVERY_VALUE) {
        piece_text(l, &value, arena_printf(l->arena, e->callee ? "async__%u.value" : "async__value_%u", node->number));
    } else {
        value = no_value(l);
    }
    return value;
}

static struct piece copy_piece(struct lowering *l, struct piece piece)
{
    struct piece copy = {};
    for (const struct segment *s = piece.first; s; s = s->next) {
        if (s->kind == SEGMENT_VARIABLE)
            piece_variable(l, &copy, s->variable, ACCESS_NONE);
        else if (s->kind == SEGMENT_TEXT)
            piece_text(l, &copy, s->text);
        else
            piece_source(l, &copy, s->begin, s->end);
    }
    return copy;
}

// Does it make a handle that nobody knows but who is given it?
static bool makes_handle(const struct expr *e)
{
    while (e->kind == EXPR_PAREN)
        e = e->operands;
    return e->type->is_future && (e->kind == EXPR_CALL || e->kind == EXPR_OTHER) && e->effects;
}

static struct piece flatten_await(struct lowering *l, struct expr *e)
{
    size_t count = count_operands(e), i = 0, given_count = 0;
    struct piece *arguments = arena_array(l->arena, struct piece, count + 1), *given = arena_array(l->arena, struct piece, count + 1);
    bool by_name = e->callee && strncmp(e->callee->spelling, "async__", 7) != 0;
    for (struct expr *o = e->operands; o; o = o->next, i++) {
        arguments[i] = flatten_sibling(l, o, false);
        if (!by_name || !makes_handle(o))
            continue;
        arguments[i] = spill(l, o, arguments[i]);
        piece_append(&given[given_count++], copy_piece(l, arguments[i]));
    }
    struct node **last = l->end;
    struct piece value = lower_await(l, e, arguments, count);
    (*last)->given = given;
    (*last)->given_count = given_count;
    return value;
}

// --- the two entrances ---

struct piece flatten_value(struct lowering *l, struct expr *e)
{
    if (!needs_flattening(e))       // the a, b of `c ? a, b : d` needs no parentheses; where we put it, it may
        return e->kind == EXPR_COMMA ? within(l, "(", as_written(l, e), ")") : as_written(l, e);
    switch (e->kind) {
    case EXPR_AWAIT: return flatten_await(l, e);
    case EXPR_AND: case EXPR_OR: return flatten_logic(l, e, true);
    case EXPR_COND: return flatten_conditional(l, e, true);
    case EXPR_ELVIS: return flatten_elvis(l, e, true);
    case EXPR_COMMA: return flatten_comma(l, e, true, true);
    case EXPR_BLOCK: return flatten_block(l, e, true, HOME_LOCAL);
    case EXPR_LIST: return flatten_list(l, e, nullptr);
    case EXPR_ASSIGN: case EXPR_COMPOUND_ASSIGN: return flatten_assignment(l, e);
    case EXPR_MEMBER: return is_made_array(e) ? flatten_made(l, e) : flatten_generic(l, e);
    case EXPR_STEP: case EXPR_ADDRESS: {
        struct piece place = flatten_place(l, e->operands, nullptr);
        return with_operands(l, e, &place);
    }
    default: return flatten_generic(l, e);
    }
}

// Taken apart for its effects, is there no value left over that a compiler would call unused?
static bool leaves_nothing(const struct expr *e)
{
    while (e->kind == EXPR_PAREN)
        e = e->operands;
    return e->awaits && (e->kind == EXPR_AWAIT || e->kind == EXPR_BLOCK || (e->kind == EXPR_COND && e->type->is_void));
}

// Does flatten_unwanted() make statements of it?
static bool is_control(const struct expr *e)
{
    switch (e->kind) {
    case EXPR_PAREN: return is_control(e->operands);
    case EXPR_AWAIT: case EXPR_AND: case EXPR_OR: case EXPR_COND: case EXPR_ELVIS: case EXPR_COMMA: case EXPR_BLOCK: return true;
    case EXPR_OTHER: return e->type->is_void && e->operands && leaves_nothing(e->operands);
    default: return false;
    }
}

// Would a compiler warn of this as a statement?
static bool looks_unused(const struct expr *e)
{
    while (e->kind == EXPR_PAREN)
        e = e->operands;
    bool acts = e->kind == EXPR_CALL || e->kind == EXPR_ASSIGN || e->kind == EXPR_COMPOUND_ASSIGN || e->kind == EXPR_STEP ||
                e->kind == EXPR_BLOCK;
    return !acts && !(e->type->is_void && e->lvalue_type->is_void);       // the 0 of `c ? f() : 0`, f void, is converted
}

// Is it an operator whose value nobody uses, as written, and a compiler warns of what an await left of it only decides? That stays
// an operand of the same operator.
static bool is_useless_choice(const struct expr *e)
{
    const struct expr *o = e->operands ? e->operands->next : nullptr;
    bool may_be = e->kind == EXPR_AND || e->kind == EXPR_OR || e->kind == EXPR_COND;
    for (; may_be && o; o = o->next)
        may_be = !needs_flattening(o) && !o->effects && looks_unused(o);
    return may_be;
}

static void flatten_useless_choice(struct lowering *l, struct expr *e)
{
    struct expr *left = e->operands;
    struct piece piece = within(l, "async__decides(", flatten_condition(l, left), ")");
    piece_source(l, &piece, left->end, e->end);
    lower_node(l, NODE_TEXT, e->begin)->piece = piece;
}

// is_operand: C has an operand here, whose value it drops without a word, and we make a statement of it.
static void flatten_unwanted(struct lowering *l, struct expr *e, bool is_operand)
{
    if (needs_flattening(e)) {
        if (!is_operand && is_useless_choice(e)) {
            flatten_useless_choice(l, e);
            return;
        }
        switch (e->kind) {
        case EXPR_AWAIT: flatten_await(l, e); return;
        case EXPR_AND: case EXPR_OR: flatten_logic(l, e, false); return;
        case EXPR_COND: flatten_conditional(l, e, false); return;
        case EXPR_ELVIS: flatten_elvis(l, e, false); return;
        case EXPR_COMMA: flatten_comma(l, e, false, is_operand); return;
        case EXPR_BLOCK: flatten_block(l, e, false, HOME_LOCAL); return;
        case EXPR_PAREN:
            if (!is_control(e->operands))
                break;             // the parentheses may be a macro's, of which the output has all or nothing
            flatten_unwanted(l, e->operands, is_operand);
            return;
        case EXPR_OTHER:
            if (e->type->is_void && e->operands && leaves_nothing(e->operands)) {
                flatten_unwanted(l, e->operands, true);      // a cast to void
                return;
            }
            break;
        default: break;
        }
    }
    struct piece rest = needs_flattening(e) ? flatten_value(l, e) : as_written(l, e);
    if (is_operand && looks_unused(e))
        rest = within(l, "(void)(", rest, ")");
    lower_node(l, NODE_TEXT, e->begin)->piece = rest;
}

void flatten_effect(struct lowering *l, struct expr *e)
{
    flatten_unwanted(l, e, false);
}
