#ifndef CINFLATE_H
#define CINFLATE_H

// ISA-L's decompression of zlib streams (RFC 1950), part by part.

#include <stddef.h>
#include <stdint.h>

typedef enum {
    CINFLATE_FULL,       // all bytes that were asked for are there
    CINFLATE_STARVED,    // the next part of the stream is needed
    CINFLATE_ENDED,      // the stream ends with fewer
    CINFLATE_DAMAGED     // it contradicts the format
} cinflate_status;

typedef struct cinflate cinflate;

// NULL if there is no memory.
cinflate *cinflate_create(void);
void cinflate_destroy(cinflate *inflate);
// Gives the next part of the stream once the one before is used up; `bytes` must stay in place until this one is.
void cinflate_feed(cinflate *inflate, const uint8_t *bytes, uint32_t count);
// Writes up to `count` bytes behind each other to `target`; `written` of them are there whatever the status. Only once the
// stream has ended was the sum behind it found right: whoever has all bytes asks for one more.
cinflate_status cinflate_read(cinflate *inflate, uint8_t *target, uint32_t count, uint32_t *written);

// CRC-32 of ISO 3309, as PNG's chunks have it.
uint32_t cinflate_checksum(const uint8_t *bytes, size_t count);

#endif
