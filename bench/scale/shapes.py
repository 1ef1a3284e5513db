"""Sources that grow in one direction. A shape is a function of N; its first line says what there are N of, and the number
above it is an N for which the translation takes some tenths of a second, or, for nesting, that no program exceeds: far
above it libclang itself takes the square of the depth."""

HEAD = "#include <async.h>\nasync int step(int x);\nint plain(int x);\n"
SHAPES = {}        # name: (function, N)
HOSTILE = {}       # name: function


def shape(size):
    def note(make):
        SHAPES[make.__name__.strip("_").replace("_", "-")] = (make, size)
        return make
    return note


def hostile(make):
    HOSTILE[make.__name__.replace("_", "-")] = make
    return make


def lines(n, line):
    return "".join(line.replace("#", str(i)) + "\n" for i in range(n))


def body(text, parameters="int x"):
    return HEAD + "async int f(%s)\n{\n%s    return x;\n}\n" % (parameters, text)


@shape(40000)
def statements(n):
    """statements without an await"""
    return body("    await step(x);\n" + lines(n, "    x += plain(x) * #;"))


@shape(8000)
def awaits(n):
    """awaits in one function"""
    return body(lines(n, "    x += await step(x + #);"))


@shape(800)
def awaits_among_statements(n):
    """awaits, each with fourteen lines of plain code"""
    return HEAD + "async int f(int x, int y, int *p)\n{\n    int a = 0, b = 1, c = 2;\n" + lines(n, """\
    x += await step(x + #);
    if (x & 1) {
        a += plain(x);
        b ^= a;
    }
    for (int i = 0; i < y; i++) {
        p[i] += x;
        c += p[i] * (# % 7 + 2);
    }
    y = plain(y + c);
    if (y > a)
        b = plain(b);
    else
        x ^= b + #;
    p[# % 5] = x;""") + "    return x + a + b + c + y;\n}\n"


@shape(3000)
def awaits_of_locals(n):
    """awaits, each with a local of its own"""
    return body(lines(n, "    int v# = await step(x); x += v#;"))


@shape(40000)
def locals_(n):
    """locals, none of them needed after the await"""
    return body(lines(n, "    int v# = plain(#); plain(v#);") + "    await step(x);\n")


@shape(25000)
def live_locals(n):
    """locals that are needed after the await"""
    return body(lines(n, "    int v# = plain(#);") + "    await step(x);\n" + lines(n, "    x += v#;"))


@shape(15000)
def framed_locals(n):
    """locals that live in the frame"""
    return body(lines(n, "    int v#[2] = { plain(#) };") + "    await step(x);\n" + lines(n, "    x += v#[1];"))


@shape(20000)
def declarators(n):
    """declarators of one declaration"""
    return body("    int " + "".join("v%d = plain(%d), " % (i, i) for i in range(n)) + "last;\n    await step(x);\n" +
                lines(n, "    x += v#;"))


@shape(15000)
def measured_locals(n):
    """locals that a sizeof names"""
    return body("    await step(x);\n" + lines(n, "    int v# = plain(#); x += sizeof(v#);"))


@shape(15000)
def literals(n):
    """compound literals whose address is taken"""
    return body(lines(n, "    int *p# = &(int){ # }; x += *p#;") + "    await step(x);\n")


@shape(10000)
def scopes(n):
    """blocks side by side, each with a local of the same name"""
    return body(lines(n, "    { int same = plain(#); await step(same); x += same; }"))


@shape(1000)
def nested_blocks(n):
    """blocks inside each other"""
    return body("{\n" * n + "await step(x);\n" + "}\n" * n)


@shape(800)
def nested_ifs(n):
    """if statements inside each other, an await in each"""
    return body("if (await step(x)) {\n" * n + "x++;\n" + "}\n" * n)


@shape(400)
def nested_loops(n):
    """loops inside each other, an await in each"""
    return body("while (x) { x += await step(x);\n" * n + "x++;\n" + "}\n" * n)


@shape(800)
def hiding_locals(n):
    """blocks inside each other, each with a local of the same name"""
    return body("{ int same = plain(x); await step(same);\n" * n + "x++;\n" + "}\n" * n)


@shape(400)
def else_ifs(n):
    """if, else if, …, an await in each condition"""
    return body("".join("%sif (await step(%d)) x = %d;\n" % ("else " if i else "", i, i) for i in range(n)))


@shape(20000)
def cases(n):
    """cases of a switch, one in ten with an await"""
    return body("    switch (x) {\n" + "".join("    case %d: x = %s; break;\n" % (i, "plain(x)" if i % 10 else "await step(x)")
                                              for i in range(n)) + "    }\n")


@shape(10000)
def labels(n):
    """labels, and jumps to them"""
    return body(lines(n, "    if (plain(#)) goto l#;\n    x += await step(#);\nl#: x++;"))


@shape(4000)
def computed_gotos(n):
    """computed gotos and the labels that they go to"""
    return body("    void *to[] = { " + "".join("&&l%d, " % i for i in range(n)) + "};\n    await step(x);\n" +
                lines(n, "l#: x += plain(#); goto *to[x];"))


@shape(4000)
def functions(n):
    """async functions, with plain ones and their prototypes"""
    return HEAD + lines(n, "async int f#(int x);\nstatic int g#(int x) { return x + #; }\n"
                        "async int f#(int x)\n{\n    int y = g#(x);\n    y += await step(y);\n    return await step(x) + y;\n}")


@shape(40000)
def plain_functions(n):
    """plain functions beside one async function"""
    return body("    await step(x);\n") + lines(n, "static int g#(int x)\n{\n    return x + #;\n}")


@shape(30000)
def prototypes(n):
    """prototypes of async functions"""
    return HEAD + lines(n, "async int p#(int x);") + "async int f(int x) { return await p0(x); }\n"


@shape(3000)
def awaits_in_expression(n):
    """awaits in one expression"""
    return body("    x = plain(0)" + "".join(" + await step(%d)" % i for i in range(n)) + ";\n")


@shape(1000)
def awaits_in_condition(n):
    """awaits joined by && and ||"""
    return body("    x = 1" + "".join(" %s await step(%d)" % ("&&" if i % 2 else "||", i) for i in range(n)) + ";\n")


@shape(2000)
def awaits_in_arguments(n):
    """calls inside each other's arguments, each awaited"""
    return body("    x = " + "await step(" * n + "1" + ")" * n + ";\n")


@shape(20000)
def elements(n):
    """elements of an initializer, an await among them"""
    return body("    int list[] = { " + "".join("plain(%d), " % i for i in range(n)) + "await step(x) };\n    x += list[x];\n")


@shape(20000)
def brackets(n):
    """parentheses inside each other"""
    return body("    x = await step(" + "(" * n + "x" + ")" * n + ");\n")


@shape(1000)
def statement_expressions(n):
    """statement expressions inside each other"""
    return body("    x = " + "({ int y = x; y + " * n + "1" + "; })" * n + " + await step(x);\n")


@shape(60000)
def long_line(n):
    """sums on one line"""
    return body("    await step(x);\n    x = " + "x + 1 + " * n + "0;\n")


@shape(10000)
def warnings(n):
    """warnings"""
    return body(lines(n, "    step(#);"))


@shape(10000)
def errors(n):
    """errors"""
    return body(lines(n, "    x += await nothing#(x);"))


@hostile
def nested_brackets():
    """20,000 parentheses inside each other"""
    return brackets(20000)


@hostile
def open_brackets():
    """20,000 parentheses that nobody closes"""
    return HEAD + "async int f(int x) { return await step" + "(" * 20000


@hostile
def many_nested_blocks():
    """20,000 blocks inside each other"""
    return nested_blocks(20000)


@hostile
def many_nested_ifs():
    """20,000 if statements inside each other"""
    return nested_ifs(20000)


@hostile
def many_locals():
    """100,000 locals"""
    return locals_(100000)


@hostile
def many_awaits_in_expression():
    """10,000 awaits in one expression"""
    return awaits_in_expression(10000)


@hostile
def line_of_statements():
    """10 MB of statements on one line"""
    return body("    await step(x); " + "x++; " * 2000000 + "\n")


@hostile
def line_of_a_sum():
    """10 MB of a sum on one line"""
    return long_line(1250000)


@hostile
def line_of_a_string():
    """a string of 10 MB"""
    return body('    const char *s = "' + "a" * 10000000 + '";\n    await step(*s);\n')


def large_file(every):
    """50,000 lines: 4,200 functions of ten lines, each with the prototype of another; every so many async."""
    parts = ["#include <stdio.h>\n#include <stdlib.h>\n", "#include <async.h>\n" if every else ""]
    for i in range(4200):
        is_async = every and i % every == 0
        parts.append("""%sint step%d(int);
%sint sum%d(int count, const char *name)
{
    int total = 0;
    for (int k = 0; k < count; k++) {
        if (name[k] == 'x')
            total += %sstep%d(k * 2 + 1);
        else
            total -= k;
    }
    return total;
}
""" % ("async " if is_async else "", i, "async " if is_async else "", i, "await " if is_async else "", i))
    return "".join(parts)


# What the contract names: (what it is, the text).
AGAINST_CLANG = [
    ("10,000 statements", lambda: statements(10000)),
    ("1,000 awaits", lambda: awaits(1000)),
    ("1,000 nested blocks", lambda: nested_blocks(1000)),
    ("50,000 lines, none async", lambda: large_file(0)),
    ("50,000 lines, 1 in 10", lambda: large_file(10)),
    ("50,000 lines, all async", lambda: large_file(1)),
]
