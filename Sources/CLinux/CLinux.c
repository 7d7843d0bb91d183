#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static int add_descriptors(posix_spawn_file_actions_t *actions, const struct clinux_request *request) {
    int code = 0;
    for (int target = 0; target < 3 && code == 0; target++) {
        int source = request->descriptors[target];
        code = source < 0 ? posix_spawn_file_actions_addopen(actions, target, "/dev/null", O_RDWR, 0)
                          : posix_spawn_file_actions_adddup2(actions, source, target);
    }
    return code ? code : posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

static void set_attributes(posix_spawnattr_t *attributes, const struct clinux_request *request) {
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(attributes, &signals);
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(attributes, &signals);
    posix_spawnattr_setpgroup(attributes, 0);
    int group = request->has_own_session ? POSIX_SPAWN_SETSID : POSIX_SPAWN_SETPGROUP;
    posix_spawnattr_setflags(attributes, (short)(group | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
}

int clinux_spawn(const struct clinux_request *request, pid_t *process) {
    posix_spawn_file_actions_t actions;
    int code = posix_spawn_file_actions_init(&actions);
    if (code) return code;
    posix_spawnattr_t attributes;
    code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        set_attributes(&attributes, request);
        code = add_descriptors(&actions, request);
        if (code == 0) code = posix_spawn_file_actions_addchdir_np(&actions, request->directory);
        if (code == 0) {
            code = posix_spawn(process, request->path, &actions, &attributes, request->arguments, request->variables);
        }
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

int clinux_process_descriptor(pid_t process, int *descriptor) {
    *descriptor = (int)syscall(SYS_pidfd_open, process, 0);
    return *descriptor < 0 ? errno : 0;
}

int clinux_pipe(int *read_end, int *write_end) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
    *read_end = ends[0];
    *write_end = ends[1];
    return 0;
}

int clinux_watch_set(void) {
    return epoll_create1(EPOLL_CLOEXEC);
}

int clinux_watch(int set, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    return epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : errno;
}

void clinux_unwatch(int set, int descriptor) {
    epoll_ctl(set, EPOLL_CTL_DEL, descriptor, NULL);
}

int clinux_readable(int set, int *descriptors, int capacity) {
    enum { most = 64 };
    struct epoll_event events[most];
    int count = epoll_wait(set, events, capacity < most ? capacity : most, 0);
    for (int index = 0; index < count; index++) descriptors[index] = events[index].data.fd;
    return count < 0 ? 0 : count;
}

int clinux_watch_hang_up(int set, int descriptor, uint64_t mark) {
    struct epoll_event event = {.events = EPOLLRDHUP | EPOLLONESHOT, .data.u64 = mark};
    return epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : errno;
}

int clinux_hung_up(int set, uint64_t *marks, int capacity) {
    enum { most = 64 };
    struct epoll_event events[most];
    int count = epoll_wait(set, events, capacity < most ? capacity : most, 0);
    for (int index = 0; index < count; index++) marks[index] = events[index].data.u64;
    return count < 0 ? 0 : count;
}

void clinux_keep_freed_memory(int byte_count) {
    // What has a mapping of its own is always given back.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, byte_count);
}

int clinux_end_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, SIGTERM);
}
