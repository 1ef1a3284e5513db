// system/files.h: reading and writing a regular file at its own position, for async_read and its like.

#ifndef ASYNC_SYSTEM_FILES_H
#define ASYNC_SYSTEM_FILES_H

// A count or -errno. A thread does it: what is begun is waited for. The task of one that gives up is not unwound when it is asked
// to stop before that, but given -EINTR, for it has done a part of its work.
async_fn(__PTRDIFF_TYPE__) async__file_read(int fd, void *, __SIZE_TYPE__ size);
async_fn(__PTRDIFF_TYPE__) async__file_write(int fd, const void *, __SIZE_TYPE__ size, _Bool gives_up);

#endif
