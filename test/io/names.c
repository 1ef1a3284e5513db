// Names are looked up, and what goes wrong is told apart from errno values.
// RUN: %build %s -o %t && %run %t | FileCheck %s
#include <async.h>
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>

async int main(void)
{
    struct addrinfo hints = { .ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM }, *list = NULL;
    int error = await async_getaddrinfo("127.0.0.1", "80", &hints, &list);
    char text[INET_ADDRSTRLEN] = "";
    if (error == 0) {
        const struct sockaddr_in *address = (const struct sockaddr_in *)list->ai_addr;
        // CHECK: 0 127.0.0.1 80 1
        printf("%d %s %d %d\n", error, inet_ntop(AF_INET, &address->sin_addr, text, sizeof text), ntohs(address->sin_port),
               list->ai_next == NULL);
        freeaddrinfo(list);
    }
    // CHECK-NEXT: Name or service not known, list 0
    error = await async_getaddrinfo("no-such-host", "80", &hints, &list);
    printf("%s, list %d\n", error == ASYNC_EAI(EAI_NONAME) ? async_error(error) : "?", list != NULL);
    // CHECK-NEXT: ai_family not supported
    hints.ai_family = 12345;
    error = await async_getaddrinfo("127.0.0.1", "80", &hints, &list);
    printf("%s\n", error == ASYNC_EAI(EAI_FAMILY) ? async_error(error) : "?");
    // CHECK-NEXT: No such file or directory
    printf("%s\n", async_error(-ENOENT));
    // CHECK-NEXT: Unknown error
    printf("%s\n", async_error(-9999));
    return 0;
}
