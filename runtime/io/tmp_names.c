#include <async.h>
#include <netdb.h>
async int async_getaddrinfo(const char *h, const char *p, const struct addrinfo *i, struct addrinfo **l) { return getaddrinfo(h,p,i,l) ? -99 : 0; }
