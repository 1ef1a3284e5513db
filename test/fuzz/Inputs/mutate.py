"""Makes broken programs of those in a corpus.

A program is a list of tokens, each with the white space and the comments in front of it; directives are tokens too. Half of
the changes are blind and mostly give something that is no longer C. The others know what a statement, a function and a
name are, and often give C again, so that the later stages of the tool see something new.
"""

import os
import re
import subprocess

LONGEST = 100000       # bytes
SHORT_HEADERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "headers")

# In preprocessed text, what a macro of the system stands for (`_Generic((char (*)[` …, up to an argument of the user) is one
# token: nobody could write half of it.
EXPANSION = rb'\n# \d+ "[^"\n]*" 3 4\n.*?\n# \d+ "[^"\n]*"\n'
TRIVIA = rb'(?:[^\S\n]|\n(?![ \t]*#)|/\*.*?\*/|//[^\n]*)*'
TOKEN = re.compile(EXPANSION + rb'|\n[ \t]*#[^\n]*(?:\\\n[^\n]*)*|' + TRIVIA +
                   rb'(?:"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|\w+|->|\+\+|--|&&|\|\||<<|>>|[-+*/%&|^<>=!]=|[^\w\s])|[^\S\n]+|\n', re.S)
NAME = re.compile(rb"[A-Za-z]\w*$")
NESTING = {b"(": 1, b"[": 1, b"{": 1, b")": -1, b"]": -1, b"}": -1}
KEYWORDS = set(b"""if else for while do switch case default goto break continue return typedef static struct enum union int long
short char unsigned signed float double void const volatile restrict inline extern register auto sizeof typeof _Generic _Alignas
alignas alignof _Atomic bool true false nullptr constexpr asm""".split())
OPERATORS = b"+ - * / % & | ^ << >> < > <= >= == != && || = += -= *= , ?: . ->".split()
TYPES = rb"""int|long|char|double|unsigned|_Bool|void|float|short|struct { int m; }|const int|int *|volatile int|_Atomic int|_BitInt(7)
__int128|_Complex double|async_future(int)|async_generator(int)|typeof(a)|auto|enum { E1 }|int (*)(int)""".replace(b"\n", b"|").split(b"|")

WORDS = rb"""_Async|_Await|async_future(|async_future(int)|async_generator(int)|_Yield|_Defer|async_with (|async_for(int i, x)|async
await|yield|defer|future(|generator(int)|async_group(g)|async_group|async_timeout (1)|async_timeout(|async_timeout_at (2)|else
{|}|(|)|[|]|;|,|=|:|?|<%|%>|<:|:>|%:|typedef|static|struct|enum|union {|if|else|for (|while(|do|switch (|case 1:|default:|goto
return|break;|continue;|int|*|&|x|1|"s"|'c'|"|'|\|__attribute__((|__attribute__((cleanup(f)))|__extension__|asm(|typeof(|_Generic(
sizeof|_Alignas(|[[|]]|[[gnu::noinline]]|({|})|...|->|.|&&|++|main|_Atomic(|auto|nullptr|constexpr|0x|1e+|/*|//|inline|extern
__label__ q;|_Await async_yield();|_Async_argument|_Async_check|_Async_macro_async_gather|_Await _Await|_Async void f(void);
_Async int f(int x) { return _Await f(x); }|__func__|void|async__1|async__frame|ASYNC__BODY|_Thread_local|register|_Noreturn""".replace(
    b"\n", b"|").split(b"|") + [b"\n# 1 \"z.h\" 1 3\n", b"\n# 7 \"a b\\\"c.c\"\n", b"\n#pragma x\n", b"||", b"|", b"\xff", b"\xc3\xa9", b"$"]
UNPROCESSED = [b"\\\n", b"\0", b"\r\n", b"\n#line 7 \"a b\\\"c.c\"\n", b"_Pragma(\"x\")", b"??/\n", b"\n#if 0\n", b"\n#endif\n",
               b"\n#include <async.h>\n", b"\n#define await\n", b"\n#define x _Await\n", b"async_gather(", b"async_spawn(g, slow(1))"]

PRELUDE = b"_Async int slow(int x); static int a, n;\n"      # for these:
OPERANDS = [
    b"_Await slow(1)", b"({ _Await slow(3); })", b"(_Await slow(1), 2)", b"(a ? _Await slow(1) : 2)", b"sizeof(_Await slow(1))",
    b"({ int q = _Await slow(1); q; })", b"(1 && _Await slow(1))", b"(_Await slow(0) ?: 3)", b"-_Await slow(1)",
    b"(int[]){_Await slow(1), 2}[0]", b"(struct { int m; }){ .m = _Await slow(2) }.m", b"a++", b"(a = _Await slow(n))", b"&a", b"slow(1)",
    b"_Generic(a, int: _Await slow(1), default: 0)", b"(long)_Await slow(1)", b"slow", b"a[&n]", b"(*&a)", b"\"s\"[_Await slow(0)]",
    b"__builtin_choose_expr(1, _Await slow(1), 0)", b"__builtin_expect(_Await slow(1), 0)", b"(a += _Await slow(1))",
    b"({ async_group (g) { _Await slow(1); } a; })", b"({ _Defer a = 1; _Await slow(1); })", b"0x1p3", b"1.5f", b"({ goto out; 1; })"]
STATEMENTS = [
    b"if (a) { _Await slow(1); }", b"while (_Await slow(1)) { break; }", b"{ int q = 3; _Await slow(q); }", b"goto again;",
    b"do _Await slow(1); while (0);", b"for (;;) { if (_Await slow(2)) continue; break; }", b"return _Await slow(1);",
    b"switch (1) { case 1: _Await slow(1); }", b"static int k9 = 1;", b"lab7: _Await slow(1);", b"int vla[n]; vla[0] = 1;",
    b"int *pp = 0; if (pp) *pp = _Await slow(1);", b'asm("");', b"typedef int T8; T8 v8 = _Await slow(1);", b";",
    b"struct { int m; } s8 = { _Await slow(1) };", b'_Static_assert(1, "");', b"if (1) ; else _Await slow(1);",
    b"const int c8 = _Await slow(1), c9 = 2;", b"__auto_type x9 = _Await slow(1);", b'char s9[] = "abc"; _Await slow(s9[0]);',
    b"async_group (g) { _Await slow(1); if (a) break; } else a = 1;", b"async_timeout (a) { _Await slow(1); } else { n = _Await slow(2); }",
    b"_Defer { _Await slow(1); }", b"_Defer a++;", b"async_timeout_at (1.0) { return 1; }", b"_Yield 1;", b"return;", b"break;", b"continue;",
    b"async_group (g) async_timeout (1) { goto again; }", b"case 3: _Await slow(1);", b"default:;", b"again: ;", b"out: ;",
    b"auto h9 = slow(1); _Await h9;", b"async_future(int) h8 = slow(1);", b"int w9[_Await slow(2)]; w9[0] = _Await slow(1);",
    b"int v7[n][n]; _Await slow(v7[0][0] = 1);", b"typeof(int[n]) v6; _Await slow(sizeof v6);", b"void *l5 = &&again; goto *l5;",
    b"__attribute__((cleanup(free9))) int c7 = _Await slow(1);", b"_Alignas(64) int al = 1; _Await slow(al);", b"register int r6 = _Await slow(1);",
    b"volatile int vo = 1; _Await slow(vo); vo++;", b"extern int ex5; _Await slow(ex5);", b"int fn4(int); _Await slow(1);", b"slow(1);",
    b"int (*p4)[n] = 0; _Await slow(1); (void)p4;", b"struct { int m : 3; } bf = { 1 }; bf.m = _Await slow(1);", b"int nested4(void) { return a; }",
    b"constexpr int ce = 3; _Await slow(ce);", b"enum { EN = 3 }; _Await slow(EN);", b"[[maybe_unused]] int mu = _Await slow(1);",
    b"_Complex double cd = _Await slow(1);", b"asm goto (\"\" : : : : again);", b"asm(\"\" : \"=r\"(a) : \"0\"(_Await slow(1)));",
    b"for (int i = _Await slow(0); i < _Await slow(3); i += _Await slow(1)) a += i;", b"__label__ again; again: _Await slow(1);"]
AROUND = [        # statements
    (b"{", b"}"), (b"if (a)", b""), (b"if (_Await slow(1))", b"else a = 2;"), (b"while (n--)", b""), (b"for (int i = 0; i < 2; i++) {", b"}"),
    (b"do", b"while (_Await slow(0));"), (b"switch (a) { case 1:", b"default: ; }"), (b"async_group (g) {", b"}"), (b"_Defer {", b"}"),
    (b"async_timeout (1) {", b"} else a = 1;"), (b"async_group (g)", b"else { _Await slow(1); }"), (b"l6:", b""), (b"({", b"});"), (b"_Defer", b""),
    (b"if (0) ; else", b""), (b"async_timeout (_Await slow(1))", b""), (b"[[maybe_unused]]", b""), (b"__extension__", b""), (b"case 7:", b"")]
BEFORE_FUNCTIONS = b"""_Async|static|inline|extern|__attribute__((noinline))|[[nodiscard]]|__attribute__((constructor))|_Noreturn|static inline
__extension__|typedef|int a9;|struct s9 { int m; };|async_future(int)|async_generator(int)|__attribute__((always_inline)) inline""".replace(
    b"\n", b"|").split(b"|")
BULKS = [
    lambda n: b"(" * n, lambda n: b"{" * n, lambda n: b"(" * n + b"1" + b")" * n, lambda n: b"{" * n + b";" + b"}" * n,
    lambda n: b" _Await" * n, lambda n: b"typedef int " + b",".join(b"t%d" % i for i in range(n)) + b";",
    lambda n: b"_Defer " * n + b";", lambda n: b"async_group (g) " * n + b";", lambda n: b"if (a) " * n + b";" + b" else ;" * n,
    lambda n: b"_Await slow(" * n + b"1" + b")" * n, lambda n: b"[" * n, lambda n: b"*" * n, lambda n: b"slow(1) + " * n + b"1"]


class Program:
    """One text of the corpus, as it is and preprocessed."""

    def __init__(self, path, include):
        self.path, self.include, self.kept = path, include, {}
        with open(path, "rb") as file:
            self.text = file.read()

    def read(self, form):
        """(what stays, the tokens to change) in a form: "source"; "reader", preprocessed as for a translation to be read;
        "compiler", preprocessed as for a compiler."""
        if form not in self.kept:
            head, body = (b"", self.text) if form == "source" else self.preprocess(form)
            tokens = TOKEN.findall(body)
            self.kept[form] = head, make_async(join_calls(tokens) if form == "reader" else tokens)
        return self.kept[form]

    def preprocess(self, form):
        command = ["gcc", "-std=gnu2x", "-E", "-D__ASYNCC__=1", "-isystem", SHORT_HEADERS, "-isystem", self.include,
                   "-iquote", os.path.dirname(self.path), "-x", "c", "-"]
        name = b'# 1 "%s"\n' % self.path.encode()
        text = name + (b"" if b"<async" in self.text else b"#include <async.h>\n" + name) + self.text
        run = subprocess.run(command + (["-dD", "-C"] if form == "reader" else []), input=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        path = re.escape(self.path.encode())
        returns = list(re.finditer(rb'\n# \d+ "%s" 2\n' % path, run.stdout)) or list(re.finditer(rb'\n# \d+ "%s"\n' % path, run.stdout))[:1]
        at = returns[-1].end() if returns else 0
        # What has nothing of <async.h>'s private names in it the user may also have written.
        body = re.sub(EXPANSION, lambda m: m[0] if re.search(rb"async__|_Async_", m[0]) else m[0].split(b"\n", 2)[2].rsplit(b"\n", 2)[0],
                      run.stdout[at:], flags=re.S)
        # In the headers, comments and the macros that they define for themselves are three quarters of the text.
        return re.sub(rb"/\*.*?\*/|//[^\n]*|\n#(?:define|undef) (?:_|async__)[^\n]*", b"", run.stdout[:at], flags=re.S), body


def join_calls(tokens):
    """Makes one token of each call of a macro, with its arguments. In a translation to be read it becomes a call again, of
    the first of the copies that it has of an argument."""
    joined, depth = [], 0
    for token in tokens:
        if depth > 0:
            joined[-1] += token
        else:
            joined.append(token)
        if depth > 0 or token.startswith(b"\n# "):
            depth += nesting_of(token.lstrip())
    return joined


def bare(tokens):
    return [token.lstrip() for token in tokens]


def nesting_of(word):
    if len(word) > 9 and word.startswith(b"# "):      # an expansion
        return sum(word.count(bracket) * step for bracket, step in NESTING.items())
    return NESTING.get(word, 0)


def nesting(words):
    """How deep in brackets each token stands; an opening bracket stands outside."""
    depths, depth = [], 0
    for word in words:
        change = nesting_of(word)
        depths.append(depth + change if change < 0 else depth)
        depth += change
    return depths


def find_functions(words, depths):
    """(where its declaration begins, name, body) of each function that is defined or declared at file scope; body or None."""
    found, begin = [], 0
    for i, word in enumerate(words):
        if depths[i] or word not in (b";", b"{", b"}"):
            continue
        if word != b"}":
            names = [k for k in range(begin, i) if depths[k] == 0 and words[k + 1] == b"(" and NAME.match(words[k]) and words[k] not in KEYWORDS]
            if names and not words[begin].startswith((b"#", b"typedef")):
                found.append((begin, names[0], i if word == b"{" else None))
        begin = i + 1
    return found


def make_async(tokens):
    """A program of plain C becomes one of async functions, awaited where they are called. This is crude: the differential
    tests do it well."""
    words = bare(tokens)
    if any(word in (b"async", b"await", b"_Async", b"_Await") for word in words):
        return tokens
    depths, begins, names = nesting(words), set(), set()
    for begin, name, _ in find_functions(words, depths):
        begins.add(begin)
        names.add(words[name])
    result = []
    for i, token in enumerate(tokens):
        if i in begins:
            result.append(b" _Async ")
        if depths[i] and words[i] in names and i + 1 < len(words) and words[i + 1] == b"(":
            result.append(b" _Await ")
        result.append(token)
    return result


def find_statement(r, words, at_file_scope=False):
    """(begin, end) of one; or of nothing, if there is none."""
    depths = nesting(words)
    begins = [i for i in range(1, len(words)) if words[i - 1] in (b";", b"{", b"}") and (depths[i] == 0) == at_file_scope]
    for _ in range(5 if begins else 0):
        begin = r.choice(begins)
        for i in range(begin, len(words)):
            if depths[i] < depths[begin]:
                break
            ends_block = words[i] == b"}" and words[i + 1:i + 2] not in ([b"else"], [b"while"], [b";"], [b","], [b")"])
            if depths[i] == depths[begin] and (words[i] == b";" or ends_block):
                return begin, i + 1
    return 0, 0


def take(r, form, corpus, t, at_file_scope):
    """A statement of another program, most of its names changed to such as stand in this one."""
    _, donor = r.choice(corpus).read(form)
    begin, end = find_statement(r, bare(donor), at_file_scope)
    piece = donor[begin:end]
    known = sorted({word for word in bare(t) if NAME.match(word)} - KEYWORDS)
    if not known or at_file_scope or r.random() < .3:
        return piece
    renamed = {word: r.choice(known) for word in sorted(set(bare(piece))) if NAME.match(word) and word not in KEYWORDS and word not in known}
    return [b" " + renamed[token.lstrip()] if token.lstrip() in renamed else token for token in piece]


def pad(text):
    return b" " + text + b" "


def change_blindly(r, t, form, corpus):
    i, j = r.randrange(len(t)), r.randrange(len(t))
    first, last = min(i, j), min(max(i, j), min(i, j) + r.choice([2, 5, 20, 100]))
    kind = r.randrange(13)
    words = WORDS + UNPROCESSED if form == "source" else WORDS
    if kind == 0:
        del t[i]
    elif kind == 1:
        t[i], t[j] = t[j], t[i]
    elif kind <= 4:
        t.insert(i, pad(r.choice(words)))
    elif kind == 5:
        t[i] = pad(r.choice(words))
    elif kind == 6:
        del t[first:last]
    elif kind == 7:
        t[i:i] = t[first:last]
    elif kind == 8:
        flipped = bytearray(t[i] or b"x")
        flipped[r.randrange(len(flipped))] ^= 1 << r.randrange(8)
        t[i] = bytes(flipped)
    elif kind == 9:
        _, other = r.choice(corpus).read(form)
        at = r.randrange(len(other) or 1)
        t[i:i] = other[at:at + r.choice([2, 6, 30])]
    elif kind == 10:
        t.insert(i, r.choice(BULKS)(r.choice([3, 10, 100, 300])))
    elif kind == 11:
        brackets = [k for k, token in enumerate(t) if token.lstrip() in NESTING]
        if brackets:
            t[r.choice(brackets)] = r.choice([b"", b" ) ", b" } ", b" ] ", b" ( ", b" { "])
    else:
        del t[i if r.randrange(2) else len(t) - 1:]


def change_statement(r, t, form, corpus):
    words = bare(t)
    begin, end = find_statement(r, words)
    kind = r.randrange(9)
    if kind == 0:
        del t[begin:end]
    elif kind == 1:
        at, _ = find_statement(r, words)
        t[at:at] = t[begin:end]
    elif kind == 2:
        before, after = r.choice(AROUND)
        t[begin:end] = [pad(before)] + t[begin:end] + [pad(after)]
    elif kind <= 5:
        t[begin:begin] = [pad(r.choice(STATEMENTS))]
    elif kind <= 7:
        t[begin:begin if kind == 6 else end] = take(r, form, corpus, t, False)
    else:
        at, _ = find_statement(r, words, True)
        t[at:at] = take(r, form, corpus, t, True)


def change_word(r, t, form, corpus):
    words = bare(t)
    names = [k for k, word in enumerate(words) if NAME.match(word) and word not in KEYWORDS]
    kind = r.randrange(9)
    if kind <= 1 and names:
        t[r.choice(names)] = b" " + words[r.choice(names)]
        return
    chosen, others = [
        (lambda k: words[k].isdigit() or NAME.match(words[k]) and words[k - 1] in (b"=", b"return", b"(", b",") and words[k] not in KEYWORDS, OPERANDS),
        (lambda k: words[k].isdigit() or NAME.match(words[k]) and words[k - 1] in (b"=", b"return", b"(", b",") and words[k] not in KEYWORDS, OPERANDS),
        (lambda k: words[k] in OPERATORS, OPERATORS),
        (lambda k: words[k] in TYPES, TYPES),
        (lambda k: words[k] in (b"_Await", b"_Async", b"await", b"async", b"static", b"const", b"return"), [b"", b"_Await", b"_Async", b"static", b"*"]),
        (lambda k: words[k + 1:k + 2] == [b"("] and NAME.match(words[k]), [b"_Await", b"&", b"*", b"!", b"sizeof", b"_Await _Await", b"(int)", b"(void)"]),
        (lambda k: words[k] == b"{" or words[k] in TYPES, BEFORE_FUNCTIONS),
    ][max(kind, 2) - 2]
    places = [k for k in range(1, len(t)) if chosen(k)]
    if places:
        at, other = r.choice(places), pad(r.choice(others))
        if kind == 7:
            t.insert(at, other)
        elif kind == 8:
            functions = find_functions(words, nesting(words))
            t.insert(r.choice(functions)[0] if functions else at, b"\n" + other)
        else:
            t[at] = other


def mutate(r, form, corpus):
    """(the program, what stands in front of the changes)"""
    head, tokens = r.choice(corpus).read(form)
    tokens = [PRELUDE] + tokens
    change = r.choice([[change_blindly], [change_statement, change_word], [change_statement, change_word],
                       [change_blindly, change_statement, change_word, change_word]])
    for _ in range(r.choice([1, 1, 1, 2, 4])):
        r.choice(change)(r, tokens, form, corpus)
        tokens = tokens or [b"x"]
    text = b"".join(tokens)[:LONGEST]
    return head + (text if r.randrange(50) else text.replace(b"\n", b"\r\n"))


def read_corpus(paths, include):
    return [Program(os.path.abspath(path), include) for path in paths]
