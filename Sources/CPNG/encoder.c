#include "failure.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 * 1024 };

struct cpng_encoder {
    png_structp png;
    png_infop info;
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    cpng_failure failure;
};

static void write_bytes(png_structp png, png_bytep source, size_t count) {
    cpng_encoder *encoder = png_get_io_ptr(png);
    if (count > encoder->capacity - encoder->count) {
        size_t capacity = encoder->capacity * 2 + FIRST_CAPACITY + count;
        uint8_t *bytes = realloc(encoder->bytes, capacity);
        if (bytes == NULL) png_error(png, "no memory for output");
        encoder->bytes = bytes;
        encoder->capacity = capacity;
    }
    memcpy(encoder->bytes + encoder->count, source, count);
    encoder->count += count;
}

static void flush(png_structp png) {
    (void)png;
}

cpng_encoder *cpng_encoder_create(void) {
    cpng_encoder *encoder = calloc(1, sizeof *encoder);
    if (encoder == NULL) return NULL;
    encoder->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &encoder->failure, cpng_failure_raise,
                                           cpng_failure_ignore);
    encoder->info = encoder->png == NULL ? NULL : png_create_info_struct(encoder->png);
    if (encoder->info == NULL || setjmp(png_jmpbuf(encoder->png))) {
        cpng_encoder_destroy(encoder);
        return NULL;
    }
    png_set_write_fn(encoder->png, encoder, write_bytes, flush);
    return encoder;
}

void cpng_encoder_destroy(cpng_encoder *encoder) {
    png_destroy_write_struct(&encoder->png, &encoder->info);
    free(encoder->bytes);
    free(encoder);
}

static int color_type(cpng_layout layout) {
    switch (layout) {
    case CPNG_GRAY: return PNG_COLOR_TYPE_GRAY;
    case CPNG_RGBA: return PNG_COLOR_TYPE_RGB_ALPHA;
    default: return PNG_COLOR_TYPE_RGB;
    }
}

static int depth(const cpng_settings *settings) {
    if (settings->palette == NULL || settings->palette_count > 16) return 8;
    return settings->palette_count > 4 ? 4 : settings->palette_count > 2 ? 2 : 1;
}

static void set_palette(cpng_encoder *encoder, const cpng_settings *settings) {
    png_color colors[256];
    png_byte alphas[256];
    int transparent_count = 0;
    for (unsigned index = 0; index < settings->palette_count; index++) {
        const uint8_t *entry = settings->palette + 4 * index;
        colors[index] = (png_color){.red = entry[0], .green = entry[1], .blue = entry[2]};
        alphas[index] = entry[3];
        if (entry[3] < 255) transparent_count = (int)index + 1;
    }
    png_set_PLTE(encoder->png, encoder->info, colors, (int)settings->palette_count);
    if (transparent_count > 0) png_set_tRNS(encoder->png, encoder->info, alphas, transparent_count, NULL);
}

cpng_status cpng_encoder_start(cpng_encoder *encoder, const cpng_settings *settings) {
    if (encoder->failure.status != CPNG_OK || setjmp(png_jmpbuf(encoder->png))) return encoder->failure.status;
    int type = settings->palette == NULL ? color_type(settings->layout) : PNG_COLOR_TYPE_PALETTE;
    png_set_IHDR(encoder->png, encoder->info, settings->width, settings->height, depth(settings), type,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (settings->palette != NULL) set_palette(encoder, settings);
    png_set_compression_level(encoder->png, settings->compression_level);
    if (settings->exif != NULL)
        png_set_eXIf_1(encoder->png, encoder->info, (png_uint_32)settings->exif_count, (png_bytep)settings->exif);
    png_write_info(encoder->png, encoder->info);
    png_set_packing(encoder->png);
    return CPNG_OK;
}

cpng_status cpng_encoder_write_row(cpng_encoder *encoder, const uint8_t *row) {
    if (encoder->failure.status != CPNG_OK || setjmp(png_jmpbuf(encoder->png))) return encoder->failure.status;
    png_write_row(encoder->png, row);
    return CPNG_OK;
}

cpng_status cpng_encoder_finish(cpng_encoder *encoder) {
    if (encoder->failure.status != CPNG_OK || setjmp(png_jmpbuf(encoder->png))) return encoder->failure.status;
    png_write_end(encoder->png, NULL);
    return CPNG_OK;
}

const uint8_t *cpng_encoder_output(const cpng_encoder *encoder, size_t *count) {
    *count = encoder->count;
    return encoder->bytes;
}

void cpng_encoder_discard_output(cpng_encoder *encoder) {
    encoder->count = 0;
}

const char *cpng_encoder_message(const cpng_encoder *encoder) {
    return encoder->failure.message;
}
