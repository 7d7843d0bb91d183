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
    return status;
}

int chost_lookup(
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
    struct timespec limit = {timeout_milliseconds / 1000, timeout_milliseconds % 1000 * 1000000L};
    do {
        status = gai_suspend((const struct gaicb *const *)requests, 1, &limit);
    } while (status == EAI_INTR);
    if (status == 0 || status == EAI_ALLDONE) {
        return finished(lookup, addresses, capacity, count);
    }
    // A look-up that runs keeps its memory: the resolver writes into it when it comes back.
    if (gai_cancel(&lookup->request) == EAI_CANCELED) free(lookup);
    return EAI_AGAIN;
}
