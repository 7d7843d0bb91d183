#define _GNU_SOURCE
#include "include/CWebP.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "encoder.h"

typedef struct {
    cwebp_encoder *const *encoders;
    size_t count;
    atomic_size_t next;
} work;

static void *encode(void *argument) {
    work *work = argument;
    for (size_t index; (index = atomic_fetch_add(&work->next, 1)) < work->count;)
        cwebp_encoder_finish(work->encoders[index]);
    return NULL;
}

unsigned cwebp_processor_count(void) {
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? (unsigned)CPU_COUNT(&set) : 1;
}

void cwebp_encode_all(cwebp_encoder *const *encoders, size_t count, unsigned thread_count) {
    work work = {.encoders = encoders, .count = count};
    pthread_t threads[16];
    unsigned started = 0;
    if (thread_count > 1)
        for (size_t index = 0; index < count; index++) cwebp_encoder_use_threads(encoders[index]);
    while (started + 1 < thread_count && started < 16 && started + 1 < count) {
        // Where no thread can be had, those there do the work.
        if (pthread_create(&threads[started], NULL, encode, &work) != 0) break;
        started++;
    }
    encode(&work);
    while (started > 0) pthread_join(threads[--started], NULL);
}
