// dump.c: what analysis found, for people: --emit=liveness, frames, states.
#include "model/flow.h"

static void list(struct buf *out, const char *title, const struct variable_set *set)
{
    buf_printf(out, "    %s:", title);
    for (size_t i = 0; i < set->count; i++)
        buf_printf(out, " %s", set->at[i]->name);
    buf_puts(out, "\n");
}

static void dump_liveness(const struct unit *unit, const struct node *node, struct buf *out)
{
    for (; node; node = node->next) {
        if (node->stay) {
            buf_printf(out, "  loop, line %u\n", source_place(unit->source, node->at).line);
            list(out, "stored in front", &node->stay->stored);
            list(out, "put back behind", &node->stay->back);
        }
        if (node->kind == NODE_AWAIT) {
            buf_printf(out, "  await %u, line %u\n", node->number, source_place(unit->source, node->at).line);
            list(out, "live", &node->save->live);
            list(out, "put back", &node->save->back);
            list(out, "saved at first", &node->save->first);
            list(out, "saved later", &node->save->later);
        }
        dump_liveness(unit, node->init, out);
        dump_liveness(unit, node->children, out);
        dump_liveness(unit, node->otherwise, out);
    }
}

static const char *reason(const struct variable *v)
{
    if (v->type->is_variable)
        return v->type->is_array ? "memory of a variable length" : "of a type with a variable length";
    if (v->is_temporary && strncmp(v->name, "async__size_", 12) == 0)
        return "a variable length";
    if (v->has_cleanup)
        return "has a cleanup";
    if (v->home == HOME_FRAME)
        return v->is_temporary ? "compound literal whose address is kept" : v->address_taken ? "address taken" :
               v->type->is_array ? "array" : v->type->is_volatile ? "volatile" : v->type->is_atomic ? "atomic" :
               v->alignment ? "aligned" : "large";
    return v->is_param ? "parameter" : v->is_temporary ? "temporary, live at an await" : "live at an await";
}

// Blocks that share their bytes begin at the same place.
static void dump_slots(const struct slots *slots, struct extent e, struct buf *out)
{
    for (const struct slot *s = slots->first; s; s = s->next) {
        const struct variable *v = s->variable;
        if (v->is_type)
            continue;
        e = layout_add(e, v);
        long long size = v->type->is_variable ? (long long)sizeof(void *) : v->type->size > 0 ? v->type->size : 0;
        buf_printf(out, "  %5lld  %4lld  %s: %s, %s\n", e.end - size, size, v->name, v->type->shown, reason(v));
    }
    if (slots_share(slots)) {
        long long align = layout_together(slots).align;
        e.end = (e.end + align - 1) / align * align;
    }
    for (const struct slots *i = slots->inner; i; i = i->next)
        dump_slots(i, e, out);
}

static void dump_frame(const struct function *fn, struct buf *out)
{
    long long header = delivery_of(fn->result) == DELIVERY_OUT ? FRAME_HEADER_OUT : FRAME_HEADER;
    struct extent e = { header, alignof(void *) };
    buf_printf(out, "      0  %4lld  header\n", header);
    dump_slots(&fn->flow->slots, e, out);
    buf_printf(out, "  %5lld        end\n", layout_measure(&fn->flow->slots, e).end);
}

static void dump_states(const struct unit *unit, const struct node *node, struct buf *out)
{
    for (; node; node = node->next) {
        if (node->kind == NODE_AWAIT)
            buf_printf(out, "  %u [label=\"%u: line %u\"];\n  run -> %u -> run;\n", node->number, node->number,
                       source_place(unit->source, node->at).line, node->number);
        dump_states(unit, node->init, out);
        dump_states(unit, node->children, out);
        dump_states(unit, node->otherwise, out);
    }
}

void flow_dump(const struct unit *unit, const struct function *fn, enum emit what, struct buf *out)
{
    switch (what) {
    case EMIT_LIVENESS:
        buf_printf(out, "%s\n", fn->name);
        dump_liveness(unit, fn->lowered->body, out);
        break;
    case EMIT_FRAMES:
        buf_printf(out, "%s%s\n", fn->name, fn->flow->frame_at_entry ? " (frame at entry)" : "");
        dump_frame(fn, out);
        break;
    case EMIT_STATES:
        buf_printf(out, "digraph \"%s\" {\n  run [shape=box];\n  start -> run -> end;\n", fn->name);
        dump_states(unit, fn->lowered->body, out);
        buf_puts(out, "}\n");
        break;
    default:
        break;
    }
}
