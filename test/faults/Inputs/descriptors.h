// How many descriptors the process has, but for timers: the loop opens one when it needs it.
#include <dirent.h>
#include <string.h>
#include <unistd.h>

static int count_descriptors(void)
{
    int count = 0;
    struct dirent *entry;
    DIR *all = opendir("/proc/self/fd");
    while ((entry = readdir(all))) {
        char what[64] = "";
        ssize_t length = readlinkat(dirfd(all), entry->d_name, what, sizeof what - 1);
        count += length > 0 && strcmp(what, "anon_inode:[timerfd]") != 0;
    }
    closedir(all);
    return count;
}
