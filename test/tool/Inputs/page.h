#include <async/http.h>
