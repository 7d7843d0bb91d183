#include "decoder.h"

#include <stdlib.h>

cjpeg_decoder *cjpeg_decoder_create(const uint8_t *bytes, size_t count, cjpeg_limits limits) {
    cjpeg_decoder *decoder = calloc(1, sizeof *decoder);
    if (decoder == NULL) return NULL;
    decoder->info.err = cjpeg_failure_prepare(&decoder->failure);
    decoder->failure.tolerates_damage = limits.tolerates_damage;
    decoder->failure.input = bytes;
    decoder->failure.input_count = count;
    if (setjmp(decoder->failure.escape)) {
        cjpeg_decoder_destroy(decoder);
        return NULL;
    }
    jpeg_create_decompress(&decoder->info);
    cjpeg_source_prepare(&decoder->source, bytes, count);
    cjpeg_progress_prepare(&decoder->progress, limits);
    decoder->info.src = &decoder->source;
    decoder->info.progress = &decoder->progress.manager;
    decoder->info.mem->max_memory_to_use = (long)limits.maximum_memory;
    return decoder;
}

void cjpeg_decoder_destroy(cjpeg_decoder *decoder) {
    cjpeg_scans_destroy(&decoder->scans);
    jpeg_destroy_decompress(&decoder->info);
    free(decoder);
}

static void choose_layout(cjpeg_decoder *decoder) {
    switch (decoder->info.jpeg_color_space) {
    case JCS_GRAYSCALE:
        decoder->info.out_color_space = JCS_GRAYSCALE;
        break;
    case JCS_YCbCr:
    case JCS_RGB:
        decoder->info.out_color_space = JCS_RGB;
        break;
    case JCS_CMYK:
    case JCS_YCCK:
        decoder->info.out_color_space = JCS_CMYK;
        break;
    default:
        cjpeg_failure_raise(&decoder->failure, CJPEG_UNSUPPORTED, "an unknown colour space");
    }
}

cjpeg_status cjpeg_decoder_open(cjpeg_decoder *decoder) {
    if (!cjpeg_decoder_is_armed(decoder) || setjmp(decoder->failure.escape)) return decoder->failure.status;
    jpeg_read_header(&decoder->info, TRUE);
    choose_layout(decoder);
    return CJPEG_OK;
}

void cjpeg_decoder_begin(cjpeg_decoder *decoder) {
    if (decoder->scans.count > 0) cjpeg_scans_start(decoder);
    else jpeg_start_decompress(&decoder->info);
}

cjpeg_status cjpeg_decoder_start(cjpeg_decoder *decoder, unsigned denominator) {
    if (!cjpeg_decoder_is_armed(decoder) || setjmp(decoder->failure.escape)) return decoder->failure.status;
    decoder->info.scale_num = 1;
    decoder->info.scale_denom = denominator;
    cjpeg_decoder_begin(decoder);
    return CJPEG_OK;
}

unsigned cjpeg_decoder_width(const cjpeg_decoder *decoder) {
    return decoder->info.output_width > 0 ? decoder->info.output_width : decoder->info.image_width;
}

unsigned cjpeg_decoder_height(const cjpeg_decoder *decoder) {
    return decoder->info.output_height > 0 ? decoder->info.output_height : decoder->info.image_height;
}

cjpeg_layout cjpeg_decoder_layout(const cjpeg_decoder *decoder) {
    switch (decoder->info.out_color_space) {
    case JCS_GRAYSCALE: return CJPEG_GRAY;
    case JCS_CMYK: return CJPEG_CMYK;
    default: return CJPEG_RGB;
    }
}

cjpeg_status cjpeg_decoder_read_row(cjpeg_decoder *decoder, uint8_t *row) {
    if (!cjpeg_decoder_is_armed(decoder) || setjmp(decoder->failure.escape)) return decoder->failure.status;
    JSAMPROW rows[1] = {row};
    if (jpeg_read_scanlines(&decoder->info, rows, 1) != 1)
        cjpeg_failure_raise(&decoder->failure, CJPEG_FAILED, "no further row");
    return CJPEG_OK;
}

cjpeg_status cjpeg_decoder_finish(cjpeg_decoder *decoder) {
    if (!cjpeg_decoder_is_armed(decoder) || setjmp(decoder->failure.escape)) return decoder->failure.status;
    if (decoder->scans.count > 0) cjpeg_scans_finish(decoder);
    jpeg_finish_decompress(&decoder->info);
    return CJPEG_OK;
}

int cjpeg_decoder_is_damaged(const cjpeg_decoder *decoder) {
    return decoder->failure.is_damaged || cjpeg_scans_are_damaged(&decoder->scans);
}

const char *cjpeg_decoder_message(const cjpeg_decoder *decoder) {
    return decoder->failure.message;
}
