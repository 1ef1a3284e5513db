// io/address.h: sockets and what they are called.

#ifndef ASYNC_IO_ADDRESS_H
#define ASYNC_IO_ADDRESS_H

struct addrinfo;
struct sockaddr_un;

int async__unix_address(const char *path, struct sockaddr_un *);       // 0 or -ENAMETOOLONG
// 0 and a list for freeaddrinfo(), or what async_getaddrinfo gives.
async_fn(int) async__find_addresses(const char *host, const char *port, int flags, struct addrinfo **);
void async__send_at_once(int fd);                                      // small messages do not wait to become large ones

#endif
