#ifndef CLINUX_H
#define CLINUX_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// How clinux_spawn starts a process.
struct clinux_request {
    /// The absolute path of the file.
    const char *path;
    /// The arguments with the program's name, null-terminated.
    char *const *arguments;
    /// The variables, null-terminated; nothing is inherited.
    char *const *variables;
    /// Where the process starts.
    const char *directory;
    /// What become descriptors 0, 1 and 2; -1 is /dev/null. All others are closed.
    int descriptors[3];
    /// A session of its own instead of only a process group.
    bool has_own_session;
};

/// Starts a process with default signal handlers in a group of its own; 0, or the error number (posix_spawn(3)).
int clinux_spawn(const struct clinux_request *request, pid_t *process);

/// A descriptor that becomes readable when the process ends; 0, or the error number (pidfd_open(2), Linux 5.3).
int clinux_process_descriptor(pid_t process, int *descriptor);

/// A pipe whose ends no other process inherits; 0, or the error number (pipe2(2)).
int clinux_pipe(int *read_end, int *write_end);

/// A set of descriptors to watch (epoll_create1(2)); -1 with errno.
int clinux_watch_set(void);

/// Puts a descriptor that is to be watched for input into a set; 0, or the error number (epoll_ctl(2)).
int clinux_watch(int set, int descriptor);

/// Takes a descriptor out of a set.
void clinux_unwatch(int set, int descriptor);

/// Writes at most `capacity` descriptors of a set that have input or have ended; how many, without waiting (epoll_wait(2)).
int clinux_readable(int set, int *descriptors, int capacity);

/// Puts a connection whose other side may leave into a set, under a mark of its own; 0, or the error number. It is told of
/// once (EPOLLRDHUP, EPOLLONESHOT), and taken out by `clinux_unwatch`.
int clinux_watch_hang_up(int set, int descriptor, uint64_t mark);

/// Writes at most `capacity` marks of connections whose other side has left; how many, without waiting.
int clinux_hung_up(int set, uint64_t *marks, int capacity);

/// Has the allocator keep what is freed, up to `byte_count` bytes in one piece, instead of giving it back to the system;
/// from now on, in the whole process (mallopt(3)).
void clinux_keep_freed_memory(int byte_count);

/// Has SIGTERM sent to this process when its parent ends; 0, or -1 with errno (prctl(2)).
int clinux_end_with_parent(void);

#endif
