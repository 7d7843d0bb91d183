#ifndef CWEBP_ENCODER_H
#define CWEBP_ENCODER_H

#include <webp/encode.h>

#include "include/CWebP.h"

typedef struct cwebp_ahead cwebp_ahead;

struct cwebp_encoder {
    cwebp_settings settings;
    WebPPicture picture;
    WebPMemoryWriter writer;
    uint8_t *rows;
    size_t row_count;
    int plane_row_counts[3];
    int uses_threads;
    void (*is_analysed)(void *context);
    void *context;
    cwebp_ahead *ahead;   // NULL unless a thread encodes while rows still come
    int is_encoded;
    cwebp_status status;
};

// Lets libwebp use a thread beside the caller's; the output stays the same. `is_analysed` is called,
// perhaps several times, once libwebp needs no second thread.
void cwebp_encoder_use_threads(cwebp_encoder *encoder, void (*is_analysed)(void *context), void *context);

// Encodes the picture; what came of it is answered, and nothing is latched or freed.
cwebp_status cwebp_encoder_encode(cwebp_encoder *encoder);
int cwebp_encoder_has_all_rows(const cwebp_encoder *encoder);

// Tells the thread that further rows are there.
void cwebp_ahead_note_rows(cwebp_encoder *encoder);
// Keeps libwebp waiting for the rows that it reads before it reports again; 0 where they will not come.
int cwebp_ahead_go_on(const cwebp_encoder *encoder, int percent);
// Waits for the thread's end, which comes soon where rows are missing, and answers what came of it.
cwebp_status cwebp_ahead_end(cwebp_encoder *encoder);

#endif
