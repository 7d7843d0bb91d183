#ifndef CJPEG_FAILURE_H
#define CJPEG_FAILURE_H

#include <stdio.h>
#include <setjmp.h>
#include <jpeglib.h>
#include "include/CJPEG.h"

// libjpeg's error manager with the place to return to and the failure that was found.
typedef struct {
    struct jpeg_error_mgr manager;
    jmp_buf escape;
    cjpeg_status status;
    char message[JMSG_LENGTH_MAX];
    int tolerates_damage;
    int is_damaged;
    // The file, so that bytes which belong to nothing can be looked at.
    const uint8_t *input;
    size_t input_count;
} cjpeg_failure;

struct jpeg_error_mgr *cjpeg_failure_prepare(cjpeg_failure *failure);
// Latches the status and returns to the armed escape.
void cjpeg_failure_raise(cjpeg_failure *failure, cjpeg_status status, const char *message)
    __attribute__((noreturn));

// The input in memory; its end is an error, unless damage is tolerated: then an end marker is invented.
void cjpeg_source_prepare(struct jpeg_source_mgr *source, const uint8_t *bytes, size_t count);

// Scan limit and interruption, looked at between rows of blocks.
typedef struct {
    struct jpeg_progress_mgr manager;
    cjpeg_limits limits;
    unsigned calls;
} cjpeg_progress;

void cjpeg_progress_prepare(cjpeg_progress *progress, cjpeg_limits limits);

// Output in memory that grows.
typedef struct {
    struct jpeg_destination_mgr manager;
    uint8_t *bytes;
    size_t count;
    size_t capacity;
} cjpeg_destination;

void cjpeg_destination_prepare(cjpeg_destination *destination);
void cjpeg_destination_free(cjpeg_destination *destination);

#endif
