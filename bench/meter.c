// meter SECONDS PROGRAM ARGUMENT…: after what the program prints, a line of what it used: its exit status, user and
// system time in microseconds, and its largest size in KiB.
//
// A process begins with the largest size of the one that started it, so it is this small program that starts them.
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    pid_t child = fork();
    if (child == 0) {
        alarm((unsigned)atoi(argv[1]));
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    int status;
    struct rusage used;
    if (child < 0 || wait4(child, &status, 0, &used) < 0)
        return 1;
    long microseconds = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
    printf("%d %ld %ld\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), microseconds, used.ru_maxrss);
    return 0;
}
