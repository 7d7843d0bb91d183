#define _GNU_SOURCE
#include "include/CWebP.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "encoder.h"

enum { MOST_THREADS = 16 };

typedef struct {
    cwebp_encoder *const *encoders;
    size_t count;
    atomic_size_t next;
    pthread_mutex_t lock;
    pthread_cond_t change;
    int is_analysed;
} work;

static void encode_rest(work *work) {
    for (size_t index; (index = atomic_fetch_add(&work->next, 1)) < work->count;)
        cwebp_encoder_finish(work->encoders[index]);
}

static void *encode(void *argument) {
    encode_rest(argument);
    return NULL;
}

static void note_analysis(void *argument) {
    work *work = argument;
    pthread_mutex_lock(&work->lock);
    work->is_analysed = 1;
    pthread_cond_signal(&work->change);
    pthread_mutex_unlock(&work->lock);
}

static void *encode_after_analysis(void *argument) {
    work *work = argument;
    pthread_mutex_lock(&work->lock);
    while (!work->is_analysed) pthread_cond_wait(&work->change, &work->lock);
    pthread_mutex_unlock(&work->lock);
    return encode(argument);
}

static void *encode_after_first(void *argument) {
    work *work = argument;
    cwebp_encoder_finish(work->encoders[0]);
    return encode(argument);
}

unsigned cwebp_processor_count(void) {
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? (unsigned)CPU_COUNT(&set) : 1;
}

// The first encoder takes the longest, and nothing but its analysis, a third of its work, can be shared: so it has two
// processors for that, and one thread fewer encodes the others meanwhile. Where it has begun, on a thread of its own, that
// thread's processor goes to the others when it has ended.
void cwebp_encode_all(cwebp_encoder *const *encoders, size_t count, unsigned thread_count) {
    work work = {.encoders = encoders, .count = count, .next = 1};
    pthread_t threads[MOST_THREADS];
    unsigned started = 0;
    if (count == 0) return;
    pthread_mutex_init(&work.lock, NULL);
    pthread_cond_init(&work.change, NULL);
    int has_begun = encoders[0]->ahead != NULL;
    if (thread_count > 1 && !has_begun) cwebp_encoder_use_threads(encoders[0], note_analysis, &work);
    while (started + 1 < thread_count && started < MOST_THREADS && started + 1 < count) {
        void *(*body)(void *) = started > 0 ? encode : has_begun ? encode_after_first : encode_after_analysis;
        // Where no thread can be had, those there do the work.
        if (pthread_create(&threads[started], NULL, body, &work) != 0) break;
        started++;
    }
    if (!has_begun) cwebp_encoder_finish(encoders[0]);
    note_analysis(&work);
    encode_rest(&work);
    while (started > 0) pthread_join(threads[--started], NULL);
    cwebp_encoder_finish(encoders[0]);
    pthread_cond_destroy(&work.change);
    pthread_mutex_destroy(&work.lock);
}
