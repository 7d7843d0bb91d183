#include "encoder.h"

#include <pthread.h>
#include <stdlib.h>

// libwebp wants whole pictures, but first it analyses them, from top to bottom, and reports that as the percents up to
// twenty. So it can have the picture while rows still come: a report returns when the rows up to the next one are there.
// Where reports leave percents out, rows may have been read too early, and all is encoded once more.

enum { ANALYSIS = 20, MACROBLOCK = 16 };

struct cwebp_ahead {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t change;
    int row_count;       // rows of macroblocks that are there in all planes
    int is_cancelled;
    int known_row_count; // the thread's own: what it last saw of them
    int is_stale;        // whether libwebp may have read further than that
    cwebp_status status;
};

static int row_count(const cwebp_encoder *encoder) {
    return (encoder->picture.height + MACROBLOCK - 1) / MACROBLOCK;
}

// The rows that libwebp reads between its report of `percent` and the next one: a row may be begun, and one is to spare.
static int rows_read_after(const cwebp_encoder *encoder, int percent) {
    int all = row_count(encoder), rows = all * (percent + 1) / ANALYSIS + 2;
    return percent >= ANALYSIS || rows > all ? all : rows;
}

static int wait_for_rows(cwebp_ahead *ahead, int rows) {
    pthread_mutex_lock(&ahead->lock);
    while (ahead->row_count < rows && !ahead->is_cancelled) pthread_cond_wait(&ahead->change, &ahead->lock);
    ahead->known_row_count = ahead->row_count;
    int is_cancelled = ahead->is_cancelled;
    pthread_mutex_unlock(&ahead->lock);
    return !is_cancelled;
}

int cwebp_ahead_go_on(const cwebp_encoder *encoder, int percent) {
    cwebp_ahead *ahead = encoder->ahead;
    if (rows_read_after(encoder, percent - 1) > ahead->known_row_count) ahead->is_stale = 1;
    return wait_for_rows(ahead, rows_read_after(encoder, percent));
}

static void *encode(void *argument) {
    cwebp_encoder *encoder = argument;
    cwebp_ahead *ahead = encoder->ahead;
    if (!wait_for_rows(ahead, rows_read_after(encoder, 0))) {
        ahead->status = CWEBP_INTERRUPTED;
        return NULL;
    }
    ahead->status = cwebp_encoder_encode(encoder);
    if (!ahead->is_stale || ahead->status != CWEBP_OK) return NULL;
    WebPMemoryWriterClear(&encoder->writer);
    ahead->status = cwebp_encoder_encode(encoder);
    return NULL;
}

void cwebp_ahead_note_rows(cwebp_encoder *encoder) {
    const WebPPicture *picture = &encoder->picture;
    int rows = row_count(encoder);
    for (int plane = 0; plane < 3; plane++) {
        int count = encoder->plane_row_counts[plane];
        int height = plane == 0 ? picture->height : (picture->height + 1) / 2;
        int complete = count / (plane == 0 ? MACROBLOCK : MACROBLOCK / 2);
        if (count < height && complete < rows) rows = complete;
    }
    cwebp_ahead *ahead = encoder->ahead;
    pthread_mutex_lock(&ahead->lock);
    if (rows > ahead->row_count) pthread_cond_signal(&ahead->change);
    ahead->row_count = rows;
    pthread_mutex_unlock(&ahead->lock);
}

static void destroy(cwebp_encoder *encoder) {
    pthread_cond_destroy(&encoder->ahead->change);
    pthread_mutex_destroy(&encoder->ahead->lock);
    free(encoder->ahead);
    encoder->ahead = NULL;
}

void cwebp_encoder_begin(cwebp_encoder *encoder) {
    // What is said above of libwebp is so in all of its versions 1.
    if (!encoder->settings.takes_planes || encoder->is_encoded || WebPGetEncoderVersion() >> 16 != 1) return;
    if ((encoder->ahead = calloc(1, sizeof *encoder->ahead)) == NULL) return;
    pthread_mutex_init(&encoder->ahead->lock, NULL);
    pthread_cond_init(&encoder->ahead->change, NULL);
    cwebp_ahead_note_rows(encoder);
    encoder->is_encoded = 1;
    // Where no thread can be had, the picture is encoded when it is complete.
    if (pthread_create(&encoder->ahead->thread, NULL, encode, encoder) == 0) return;
    encoder->is_encoded = 0;
    destroy(encoder);
}

cwebp_status cwebp_ahead_end(cwebp_encoder *encoder) {
    cwebp_ahead *ahead = encoder->ahead;
    int is_whole = cwebp_encoder_has_all_rows(encoder);
    pthread_mutex_lock(&ahead->lock);
    ahead->is_cancelled = !is_whole;
    pthread_cond_signal(&ahead->change);
    pthread_mutex_unlock(&ahead->lock);
    pthread_join(ahead->thread, NULL);
    cwebp_status status = is_whole ? ahead->status : CWEBP_FAILED;
    destroy(encoder);
    return status;
}
