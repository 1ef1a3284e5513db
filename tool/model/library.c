// library.c: the functions of the C library that compilers know without a declaration.
//
// An async function may bear such a name, and what the output declares by it has not the library's type. gcc says so, though
// the user's declaration is right. The mathematical ones stand here without the `f` and `l` of their other types.
#include "model/library.h"

#include <stddef.h>
#include <string.h>

static const char *const functions[] = {
    "_Exit", "_exit", "abort", "abs", "aligned_alloc", "alloca", "bcmp", "bcopy", "bzero", "calloc", "dcgettext", "dgettext", "execl",
    "execle", "execlp", "execv", "execve", "execvp", "exit", "ffs", "ffsl", "ffsll", "fork", "fprintf", "fprintf_unlocked", "fputc",
    "fputc_unlocked", "fputs", "fputs_unlocked", "free", "fscanf", "fwrite", "fwrite_unlocked", "gettext", "imaxabs", "index",
    "isalnum", "isalpha", "isascii", "isblank", "iscntrl", "isdigit", "isgraph", "islower", "isprint", "ispunct", "isspace",
    "isupper", "iswalnum", "iswalpha", "iswblank", "iswcntrl", "iswdigit", "iswgraph", "iswlower", "iswprint", "iswpunct",
    "iswspace", "iswupper", "iswxdigit", "isxdigit", "labs", "llabs", "malloc", "memchr", "memcmp", "memcpy", "memmove", "mempcpy",
    "memset", "posix_memalign", "printf", "printf_unlocked", "putchar", "putchar_unlocked", "puts", "puts_unlocked", "realloc",
    "rindex", "scanf", "snprintf", "sprintf", "sscanf", "stpcpy", "stpncpy", "strcasecmp", "strcat", "strchr", "strcmp", "strcpy",
    "strcspn", "strdup", "strfmon", "strftime", "strlen", "strncasecmp", "strncat", "strncmp", "strncpy", "strndup", "strnlen",
    "strpbrk", "strrchr", "strspn", "strstr", "toascii", "tolower", "toupper", "towlower", "towupper", "vfprintf", "vfscanf",
    "vprintf", "vscanf", "vsnprintf", "vsprintf", "vsscanf",
};

static const char *const mathematical[] = {
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cabs", "cacos", "cacosh", "carg", "casin", "casinh", "catan",
    "catanh", "cbrt", "ccos", "ccosh", "ceil", "cexp", "cimag", "clog", "clog10", "conj", "copysign", "cos", "cosh", "cpow", "cproj",
    "creal", "csin", "csinh", "csqrt", "ctan", "ctanh", "drem", "erf", "erfc", "exp", "exp10", "exp2", "expm1", "fabs", "fdim",
    "finite", "floor", "fma", "fmax", "fmin", "fmod", "frexp", "gamma", "hypot", "ilogb", "isinf", "isnan", "j0", "j1", "jn",
    "ldexp", "lgamma", "llrint", "llround", "log", "log10", "log1p", "log2", "logb", "lrint", "lround", "modf", "nan", "nearbyint",
    "nextafter", "nexttoward", "pow", "pow10", "remainder", "remquo", "rint", "round", "roundeven", "scalb", "scalbln", "scalbn",
    "significand", "sin", "sincos", "sinh", "sqrt", "tan", "tanh", "tgamma", "trunc", "y0", "y1", "yn",
};

static int compare(const char *listed, const char *name, size_t length)
{
    int order = strncmp(listed, name, length);
    return order ? order : listed[length] != 0;
}

// Both lists are sorted.
static bool is_in(const char *const *names, size_t count, const char *name, size_t length)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(names[middle], name, length);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool is_library_name(const char *name)
{
    size_t length = strlen(name), count = sizeof mathematical / sizeof *mathematical;
    if (is_in(functions, sizeof functions / sizeof *functions, name, length) || is_in(mathematical, count, name, length))
        return true;
    bool has_suffix = length > 1 && (name[length - 1] == 'f' || name[length - 1] == 'l');
    return has_suffix && is_in(mathematical, count, name, length - 1);
}
