#include "failure.h"

#include <stdlib.h>
#include <jerror.h>

enum { FIRST_CAPACITY = 64 * 1024 };

static void grow(j_compress_ptr info, size_t capacity) {
    cjpeg_destination *destination = (cjpeg_destination *)info->dest;
    uint8_t *bytes = realloc(destination->bytes, capacity);
    if (bytes == NULL) cjpeg_failure_raise((cjpeg_failure *)info->err, CJPEG_OUT_OF_MEMORY, "no memory for output");
    destination->bytes = bytes;
    destination->capacity = capacity;
}

static void offer_rest(cjpeg_destination *destination) {
    destination->manager.next_output_byte = destination->bytes + destination->count;
    destination->manager.free_in_buffer = destination->capacity - destination->count;
}

static void begin(j_compress_ptr info) {
    cjpeg_destination *destination = (cjpeg_destination *)info->dest;
    if (destination->capacity == 0) grow(info, FIRST_CAPACITY);
    offer_rest(destination);
}

// libjpeg calls this with a full buffer, whatever its own counters say.
static boolean empty(j_compress_ptr info) {
    cjpeg_destination *destination = (cjpeg_destination *)info->dest;
    destination->count = destination->capacity;
    grow(info, destination->capacity * 2);
    offer_rest(destination);
    return TRUE;
}

static void end(j_compress_ptr info) {
    (void)info;
}

void cjpeg_destination_prepare(cjpeg_destination *destination) {
    destination->manager.init_destination = begin;
    destination->manager.empty_output_buffer = empty;
    destination->manager.term_destination = end;
    destination->bytes = NULL;
    destination->count = 0;
    destination->capacity = 0;
}

void cjpeg_destination_free(cjpeg_destination *destination) {
    free(destination->bytes);
}
