#define _GNU_SOURCE
#include "CCurl.h"
#include <errno.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/// A look-up that outlives its caller when the resolver cannot be interrupted.
struct lookup {
    struct gaicb request;
    struct addrinfo hints;
    char name[256];
};

static int finished(struct lookup *lookup, struct sockaddr_storage *addresses, int capacity, int *count) {
    int status = gai_error(&lookup->request);
    struct addrinfo *list = status == 0 ? lookup->request.ar_result : NULL;
    for (struct addrinfo *entry = list; entry != NULL && *count < capacity; entry = entry->ai_next) {
        memcpy(&addresses[(*count)++], entry->ai_addr, entry->ai_addrlen);
    }
    if (list != NULL) freeaddrinfo(list);
    free(lookup);
    // A name without addresses leads as little anywhere as one that is not known.
    return status == EAI_NODATA ? EAI_NONAME : status;
}

static long long milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/// Waits for the answer; a signal does not make the time longer.
static int wait_for(const struct lookup *lookup, int timeout_milliseconds) {
    const struct gaicb *requests[] = {&lookup->request};
    long long end = milliseconds_now() + timeout_milliseconds;
    int status;
    do {
        long long left = end - milliseconds_now();
        if (left < 0) left = 0;
        struct timespec limit = {left / 1000, left % 1000 * 1000000L};
        status = gai_suspend(requests, 1, &limit);
    } while (status == EAI_INTR);
    return status;
}

int ccurl_look_up_host(
    const char *name, int timeout_milliseconds, struct sockaddr_storage *addresses, int capacity, int *count
) {
    *count = 0;
    struct lookup *lookup = calloc(1, sizeof *lookup);
    if (lookup == NULL || strlen(name) >= sizeof lookup->name) {
        free(lookup);
        return EAI_MEMORY;
    }
    strcpy(lookup->name, name);
    lookup->hints.ai_socktype = SOCK_STREAM;
    lookup->request.ar_name = lookup->name;
    lookup->request.ar_request = &lookup->hints;
    struct gaicb *requests[] = {&lookup->request};
    int status = getaddrinfo_a(GAI_NOWAIT, requests, 1, NULL);
    if (status != 0) {
        free(lookup);
        return status;
    }
    status = wait_for(lookup, timeout_milliseconds);
    if (status != 0 && status != EAI_ALLDONE) status = gai_cancel(&lookup->request);
    if (status == 0 || status == EAI_ALLDONE) return finished(lookup, addresses, capacity, count);
    // A look-up that runs keeps its memory: the resolver writes into it when it comes back.
    if (status == EAI_CANCELED) free(lookup);
    return EAI_AGAIN;
}
