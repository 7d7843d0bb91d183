#include "failure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cpng_decoder {
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t count;
    int pass_count;
    int has_plain_rows;
    int tolerates_damage;
    int keeps_depth;
    cpng_row_kind row_kind;
    // A palette's colours as red, green, blue and alpha.
    uint8_t colors[PNG_MAX_PALETTE_LENGTH][4];
    int color_count;
    int has_clear_colors;
    cpng_failure failure;
};

static void read_bytes(png_structp png, png_bytep target, size_t count) {
    cpng_decoder *decoder = png_get_io_ptr(png);
    if (count > decoder->count) {
        decoder->failure.status = CPNG_TRUNCATED;
        png_error(png, "the data end before the end chunk");
    }
    memcpy(target, decoder->bytes, count);
    decoder->bytes += count;
    decoder->count -= count;
}

enum { CHUNK_NAME_STRIDE = 5 };

// Known to libpng and of no use here: names of four letters and a zero, as png_set_keep_unknown_chunks takes them.
static const png_byte unused_chunks[] =
    "tEXt\0zTXt\0iTXt\0sPLT\0hIST\0pCAL\0sCAL\0oFFs\0tIME\0bKGD\0eXIf";

cpng_decoder *cpng_decoder_create(const uint8_t *bytes, size_t count, cpng_limits limits) {
    cpng_decoder *decoder = calloc(1, sizeof *decoder);
    if (decoder == NULL) return NULL;
    decoder->bytes = bytes;
    decoder->count = count;
    decoder->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &decoder->failure, cpng_failure_raise,
                                          cpng_failure_ignore);
    decoder->info = decoder->png == NULL ? NULL : png_create_info_struct(decoder->png);
    if (decoder->info == NULL || setjmp(png_jmpbuf(decoder->png))) {
        cpng_decoder_destroy(decoder);
        return NULL;
    }
    png_set_read_fn(decoder->png, decoder, read_bytes);
    png_set_user_limits(decoder->png, limits.maximum_width, limits.maximum_height);
    png_set_option(decoder->png, PNG_SKIP_sRGB_CHECK_PROFILE, PNG_OPTION_ON);
#ifdef PNG_IGNORE_ADLER32
    // libpng keeps back the row that a wrong sum follows.
    if (limits.tolerates_damage) png_set_option(decoder->png, PNG_IGNORE_ADLER32, PNG_OPTION_ON);
#endif
    // libpng would keep, and inflate, up to a thousand texts of eight megabytes each.
    png_set_keep_unknown_chunks(decoder->png, PNG_HANDLE_CHUNK_NEVER, unused_chunks,
                                sizeof unused_chunks / CHUNK_NAME_STRIDE);
    png_set_chunk_malloc_max(decoder->png, limits.maximum_chunk_memory);
    if (limits.tolerates_damage) png_set_crc_action(decoder->png, PNG_CRC_WARN_USE, PNG_CRC_WARN_DISCARD);
    decoder->tolerates_damage = limits.tolerates_damage;
    decoder->keeps_depth = limits.keeps_depth;
    return decoder;
}

void cpng_decoder_destroy(cpng_decoder *decoder) {
    png_destroy_read_struct(&decoder->png, &decoder->info, NULL);
    free(decoder);
}

static int is_plain(const cpng_decoder *decoder, png_byte type) {
    if (type != PNG_COLOR_TYPE_GRAY && type != PNG_COLOR_TYPE_RGB && type != PNG_COLOR_TYPE_RGBA) return 0;
    return png_get_bit_depth(decoder->png, decoder->info) == 8
        && png_get_valid(decoder->png, decoder->info, PNG_INFO_tRNS) == 0;
}

// libpng passes over indices of no colour: so it leaves the indices as they are. What it has of the colours is
// kept.
static void keep_palette(cpng_decoder *decoder) {
    png_colorp colors = NULL;
    png_bytep alphas = NULL;
    int count = 0, alpha_count = 0;
    png_get_PLTE(decoder->png, decoder->info, &colors, &count);
    decoder->has_clear_colors =
        png_get_tRNS(decoder->png, decoder->info, &alphas, &alpha_count, NULL) != 0 && alphas != NULL;
    for (int index = 0; index < count; index++) {
        uint8_t alpha = decoder->has_clear_colors && index < alpha_count ? alphas[index] : 255;
        uint8_t color[] = {colors[index].red, colors[index].green, colors[index].blue, alpha};
        memcpy(decoder->colors[index], color, sizeof color);
    }
    decoder->color_count = count;
}

// Low depths and a transparent colour become channels; 16 bits are rounded, not cut, to 8, unless they are to be kept.
static void expand(cpng_decoder *decoder) {
    png_byte type = png_get_color_type(decoder->png, decoder->info);
    int is_deep = decoder->keeps_depth && png_get_bit_depth(decoder->png, decoder->info) == 16;
    decoder->row_kind = type == PNG_COLOR_TYPE_PALETTE ? CPNG_INDICES : is_deep ? CPNG_DEEP_ROWS : CPNG_ROWS;
    if (decoder->row_kind == CPNG_INDICES) png_set_packing(decoder->png);
    else png_set_expand(decoder->png);
    if (!is_deep) png_set_scale_16(decoder->png);
    int has_alpha = type & PNG_COLOR_MASK_ALPHA || png_get_valid(decoder->png, decoder->info, PNG_INFO_tRNS);
    if (!(type & PNG_COLOR_MASK_COLOR) && has_alpha) png_set_gray_to_rgb(decoder->png);
    decoder->pass_count = png_set_interlace_handling(decoder->png);
    decoder->has_plain_rows = decoder->pass_count == 1 && is_plain(decoder, type);
    png_read_update_info(decoder->png, decoder->info);
    if (decoder->row_kind == CPNG_INDICES) keep_palette(decoder);
}

cpng_status cpng_decoder_open(cpng_decoder *decoder) {
    if (decoder->failure.status != CPNG_OK || setjmp(png_jmpbuf(decoder->png))) return decoder->failure.status;
    png_read_info(decoder->png, decoder->info);
    expand(decoder);
    return CPNG_OK;
}

unsigned cpng_decoder_width(const cpng_decoder *decoder) {
    return png_get_image_width(decoder->png, decoder->info);
}

unsigned cpng_decoder_height(const cpng_decoder *decoder) {
    return png_get_image_height(decoder->png, decoder->info);
}

cpng_layout cpng_decoder_layout(const cpng_decoder *decoder) {
    if (decoder->row_kind == CPNG_INDICES) return decoder->has_clear_colors ? CPNG_RGBA : CPNG_RGB;
    return (cpng_layout)png_get_channels(decoder->png, decoder->info);
}

cpng_row_kind cpng_decoder_row_kind(const cpng_decoder *decoder) {
    return decoder->row_kind;
}

size_t cpng_decoder_row_size(const cpng_decoder *decoder) {
    return png_get_rowbytes(decoder->png, decoder->info);
}

cpng_status cpng_decoder_look_up(cpng_decoder *decoder, const uint8_t *indices, uint8_t *row) {
    size_t width = cpng_decoder_width(decoder), channels = cpng_decoder_layout(decoder);
    const uint8_t missing[] = {128, 128, 128, 255}, clear[] = {0, 0, 0, 0};
    for (size_t column = 0; column < width; column++) {
        const uint8_t *color = decoder->colors[indices[column]];
        if (indices[column] >= decoder->color_count) {
            if (!decoder->tolerates_damage) {
                snprintf(decoder->failure.message, sizeof decoder->failure.message, "an index is beyond the palette");
                return decoder->failure.status = CPNG_DAMAGED;
            }
            decoder->failure.is_damaged = 1;
            color = channels == 4 ? clear : missing;
        }
        memcpy(row + column * channels, color, channels);
    }
    return CPNG_OK;
}

int cpng_decoder_has_plain_rows(const cpng_decoder *decoder) {
    return decoder->has_plain_rows;
}

int cpng_decoder_pass_count(const cpng_decoder *decoder) {
    return decoder->pass_count;
}

const uint8_t *cpng_decoder_profile(cpng_decoder *decoder, size_t *count) {
    png_charp name;
    png_bytep profile;
    png_uint_32 length;
    int method;
    *count = 0;
    if (png_get_iCCP(decoder->png, decoder->info, &name, &method, &profile, &length) == 0) return NULL;
    *count = length;
    return profile;
}

cpng_status cpng_decoder_read_row(cpng_decoder *decoder, uint8_t *row) {
    if (decoder->failure.status != CPNG_OK || setjmp(png_jmpbuf(decoder->png))) return decoder->failure.status;
    // As the row to sparkle, not to display: a pass writes its own pixels and leaves the others as they were.
    png_read_row(decoder->png, row, NULL);
    return CPNG_OK;
}

cpng_status cpng_decoder_finish(cpng_decoder *decoder) {
    if (decoder->failure.status != CPNG_OK || setjmp(png_jmpbuf(decoder->png))) return decoder->failure.status;
    png_read_end(decoder->png, NULL);
    if (!decoder->failure.has_wrong_sum || decoder->tolerates_damage) return CPNG_OK;
    snprintf(decoder->failure.message, sizeof decoder->failure.message, "the sum of the image data is wrong");
    return decoder->failure.status = CPNG_DAMAGED;
}

int cpng_decoder_is_damaged(const cpng_decoder *decoder) {
    return decoder->failure.is_damaged;
}

const char *cpng_decoder_message(const cpng_decoder *decoder) {
    return decoder->failure.message;
}
