#include "decoder.h"

#include <stdlib.h>

static cwebp_status latch(cwebp_decoder *decoder, VP8StatusCode code) {
    switch (code) {
    case VP8_STATUS_OK:
        return CWEBP_OK;
    case VP8_STATUS_OUT_OF_MEMORY:
        return decoder->status = CWEBP_OUT_OF_MEMORY;
    case VP8_STATUS_SUSPENDED:
    case VP8_STATUS_NOT_ENOUGH_DATA:
        return decoder->status = CWEBP_TRUNCATED;
    case VP8_STATUS_UNSUPPORTED_FEATURE:
        return decoder->status = CWEBP_UNSUPPORTED;
    case VP8_STATUS_BITSTREAM_ERROR:
        return decoder->status = CWEBP_DAMAGED;
    default:
        return decoder->status = CWEBP_FAILED;
    }
}

cwebp_decoder *cwebp_decoder_create(const uint8_t *bytes, size_t count, int tolerates_damage) {
    cwebp_decoder *decoder = calloc(1, sizeof *decoder);
    if (decoder == NULL || !WebPInitDecoderConfig(&decoder->config)) {
        free(decoder);
        return NULL;
    }
    decoder->bytes = bytes;
    decoder->count = count;
    decoder->tolerates_damage = tolerates_damage;
    return decoder;
}

void cwebp_decoder_destroy(cwebp_decoder *decoder) {
    WebPIDelete(decoder->incremental);
    WebPFreeDecBuffer(&decoder->config.output);
    cwebp_pixels_destroy(decoder);
    free(decoder);
}

cwebp_status cwebp_decoder_open(cwebp_decoder *decoder) {
    if (decoder->status != CWEBP_OK) return decoder->status;
    return latch(decoder, WebPGetFeatures(decoder->bytes, decoder->count, &decoder->config.input));
}

unsigned cwebp_decoder_width(const cwebp_decoder *decoder) {
    return (unsigned)decoder->config.input.width;
}

unsigned cwebp_decoder_height(const cwebp_decoder *decoder) {
    return (unsigned)decoder->config.input.height;
}

cwebp_layout cwebp_decoder_layout(const cwebp_decoder *decoder) {
    return decoder->config.input.has_alpha ? CWEBP_RGBA : CWEBP_RGB;
}

cwebp_status cwebp_decoder_start(cwebp_decoder *decoder, unsigned width, unsigned height) {
    if (decoder->status != CWEBP_OK) return decoder->status;
    decoder->config.output.colorspace = decoder->config.input.has_alpha ? MODE_RGBA : MODE_RGB;
    decoder->config.options.use_scaling =
        width != cwebp_decoder_width(decoder) || height != cwebp_decoder_height(decoder);
    decoder->config.options.scaled_width = (int)width;
    decoder->config.options.scaled_height = (int)height;
    cwebp_pixels_create(decoder, width, height);
    decoder->incremental = WebPIDecode(NULL, 0, &decoder->config);
    return latch(decoder, decoder->incremental == NULL ? VP8_STATUS_OUT_OF_MEMORY : VP8_STATUS_OK);
}

int cwebp_decoder_has_planes(const cwebp_decoder *decoder) {
    enum { LOSSY = 1 };
    return decoder->config.input.format == LOSSY && !decoder->config.input.has_alpha;
}

cwebp_status cwebp_decoder_start_planes(cwebp_decoder *decoder) {
    if (decoder->status != CWEBP_OK) return decoder->status;
    if (!cwebp_decoder_has_planes(decoder)) return decoder->status = CWEBP_FAILED;
    decoder->config.output.colorspace = MODE_YUV;
    cwebp_pixels_create(decoder, cwebp_decoder_width(decoder), cwebp_decoder_height(decoder));
    decoder->incremental = WebPIDecode(NULL, 0, &decoder->config);
    return latch(decoder, decoder->incremental == NULL ? VP8_STATUS_OUT_OF_MEMORY : VP8_STATUS_OK);
}

// BT.601's range to JFIF's, the way back from what encoder.c does: Y from 16...235 by 255/219, Cb and Cr from 16...240 by
// 255/224 about 128. The factors less one are in 1/65536 and times 256 of a level; sums round to the nearest. 16 bits are
// enough, so that vectors of any processor hold eight.
static void widen(uint8_t *restrict target, const uint8_t *restrict row, size_t count, int levels, uint16_t factor,
                  uint16_t bias) {
    for (size_t index = 0; index < count; index++) {
        int level = row[index] < 16 ? 0 : row[index] - 16;
        uint16_t clamped = (uint16_t)(level > levels ? levels : level);
        uint16_t part = (uint16_t)(((uint32_t)(uint16_t)(clamped << 8) * factor) >> 16);
        uint16_t sum = (uint16_t)(clamped + ((uint16_t)(part + bias) >> 8));
        target[index] = (uint8_t)(sum > 255 ? 255 : sum);
    }
}

void cwebp_decoder_read_plane_row(const cwebp_decoder *decoder, int plane, unsigned index, uint8_t *row) {
    const WebPYUVABuffer *planes = &decoder->config.output.u.YUVA;
    size_t width = cwebp_decoder_width(decoder);
    if (plane == 0) {
        widen(row, planes->y + (size_t)index * (size_t)planes->y_stride, width, 219, 10773, 128);
    } else {
        const uint8_t *first = plane == 1 ? planes->u : planes->v;
        widen(row, first + (size_t)index * (size_t)planes->u_stride, (width + 1) / 2, 224, 9070, 256);
    }
}

static const uint8_t *decoded_row(const cwebp_decoder *decoder, unsigned index) {
    int last = 0, stride = 0;
    if (decoder->config.output.colorspace == MODE_YUV) {
        const uint8_t *luma = WebPIDecGetYUVA(decoder->incremental, &last, NULL, NULL, NULL, NULL, NULL, &stride, NULL, NULL);
        return luma != NULL && index < (unsigned)last ? luma + (size_t)index * (size_t)stride : NULL;
    }
    const uint8_t *pixels = WebPIDecGetRGB(decoder->incremental, &last, NULL, NULL, &stride);
    return pixels != NULL && index < (unsigned)last ? pixels + (size_t)index * (size_t)stride : NULL;
}

cwebp_status cwebp_decoder_advance(cwebp_decoder *decoder, unsigned index, size_t byte_limit,
                                   const uint8_t **row) {
    *row = NULL;
    if (decoder->status != CWEBP_OK && !decoder->tolerates_damage) return decoder->status;
    cwebp_pixels_forget(decoder, index);
    *row = decoded_row(decoder, index);
    if (*row != NULL || decoder->status != CWEBP_OK) return *row != NULL ? CWEBP_OK : decoder->status;
    size_t rest = decoder->count - decoder->given;
    if (rest == 0) return latch(decoder, VP8_STATUS_NOT_ENOUGH_DATA);
    decoder->given += rest < byte_limit ? rest : byte_limit;
    VP8StatusCode code = WebPIUpdate(decoder->incremental, decoder->bytes, decoder->given);
    if (code == VP8_STATUS_SUSPENDED && decoder->given < decoder->count) code = VP8_STATUS_OK;
    *row = decoded_row(decoder, index);
    cwebp_status status = latch(decoder, code);
    return *row != NULL && decoder->tolerates_damage ? CWEBP_OK : status;
}
