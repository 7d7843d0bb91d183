#ifndef CWEBP_DECODER_H
#define CWEBP_DECODER_H

#include "include/CWebP.h"

#include <webp/decode.h>

// The memory of a large picture's pixels, one plane behind the other, given back while rows are read.
typedef struct {
    uint8_t *bytes; // NULL where libwebp allocates them
    size_t count;
    int plane_count;
    size_t plane_starts[3];
    size_t strides[3];
    size_t forgotten[3]; // bytes of each plane that were given back
} cwebp_pixels;

struct cwebp_decoder {
    WebPDecoderConfig config;
    WebPIDecoder *incremental;
    const uint8_t *bytes;
    size_t count;
    size_t given;
    int tolerates_damage;
    cwebp_pixels pixels;
    cwebp_status status;
};

// Has libwebp write the pixels of a picture of that size into memory of our own, if they are many.
void cwebp_pixels_create(cwebp_decoder *decoder, unsigned width, unsigned height);
void cwebp_pixels_destroy(cwebp_decoder *decoder);
// Gives back what holds the rows before `index`; libwebp only goes forward.
void cwebp_pixels_forget(cwebp_decoder *decoder, unsigned index);

#endif
