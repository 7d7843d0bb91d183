#include "failure.h"

#include <stdlib.h>

enum { PLANE_COUNT = 3, MAXIMUM_ROWS = 2 * DCTSIZE };

struct cjpeg_encoder {
    struct jpeg_compress_struct info;
    cjpeg_destination destination;
    cjpeg_failure failure;
    cjpeg_progress progress;
};

static int is_armed(const cjpeg_encoder *encoder) {
    return encoder->failure.status == CJPEG_OK;
}

cjpeg_encoder *cjpeg_encoder_create(void) {
    cjpeg_encoder *encoder = calloc(1, sizeof *encoder);
    if (encoder == NULL) return NULL;
    encoder->info.err = cjpeg_failure_prepare(&encoder->failure);
    if (setjmp(encoder->failure.escape)) {
        cjpeg_encoder_destroy(encoder);
        return NULL;
    }
    jpeg_create_compress(&encoder->info);
    cjpeg_destination_prepare(&encoder->destination);
    encoder->info.dest = &encoder->destination.manager;
    return encoder;
}

void cjpeg_encoder_destroy(cjpeg_encoder *encoder) {
    jpeg_destroy_compress(&encoder->info);
    cjpeg_destination_free(&encoder->destination);
    free(encoder);
}

void cjpeg_encoder_set_interrupt(cjpeg_encoder *encoder, cjpeg_interrupt interrupt, void *context) {
    cjpeg_progress_prepare(&encoder->progress, (cjpeg_limits){.interrupt = interrupt, .context = context});
    encoder->info.progress = &encoder->progress.manager;
}

static void apply(struct jpeg_compress_struct *info, const cjpeg_settings *settings) {
    info->image_width = settings->width;
    info->image_height = settings->height;
    info->input_components = settings->layout;
    info->in_color_space = settings->layout == CJPEG_GRAY ? JCS_GRAYSCALE
        : settings->takes_planes ? JCS_YCbCr : JCS_RGB;
    jpeg_set_defaults(info);
    info->raw_data_in = settings->takes_planes ? TRUE : FALSE;
    jpeg_set_quality(info, settings->quality, TRUE);
    info->optimize_coding = settings->optimizes_coding ? TRUE : FALSE;
    if (settings->layout == CJPEG_RGB) {
        info->comp_info[0].h_samp_factor = settings->horizontal_sampling;
        info->comp_info[0].v_samp_factor = settings->vertical_sampling;
    }
    if (settings->is_progressive) jpeg_simple_progression(info);
}

cjpeg_status cjpeg_encoder_start(cjpeg_encoder *encoder, const cjpeg_settings *settings) {
    if (!is_armed(encoder) || setjmp(encoder->failure.escape)) return encoder->failure.status;
    apply(&encoder->info, settings);
    jpeg_start_compress(&encoder->info, TRUE);
    if (settings->exif != NULL)
        jpeg_write_marker(&encoder->info, JPEG_APP0 + 1, settings->exif, (unsigned)settings->exif_count);
    return CJPEG_OK;
}

cjpeg_status cjpeg_encoder_write_row(cjpeg_encoder *encoder, const uint8_t *row) {
    if (!is_armed(encoder) || setjmp(encoder->failure.escape)) return encoder->failure.status;
    JSAMPROW rows[1] = {(JSAMPROW)row};
    if (jpeg_write_scanlines(&encoder->info, rows, 1) != 1)
        cjpeg_failure_raise(&encoder->failure, CJPEG_FAILED, "the row was not taken");
    return CJPEG_OK;
}

unsigned cjpeg_encoder_plane_stride(const cjpeg_encoder *encoder, int index) {
    return encoder->info.comp_info[index].width_in_blocks * DCTSIZE;
}

unsigned cjpeg_encoder_plane_rows(const cjpeg_encoder *encoder, int index) {
    return (unsigned)encoder->info.comp_info[index].v_samp_factor * DCTSIZE;
}

cjpeg_status cjpeg_encoder_write_planes(cjpeg_encoder *encoder, const uint8_t *const planes[3]) {
    if (!is_armed(encoder) || setjmp(encoder->failure.escape)) return encoder->failure.status;
    JSAMPROW rows[PLANE_COUNT][MAXIMUM_ROWS];
    JSAMPARRAY arrays[PLANE_COUNT] = {rows[0], rows[1], rows[2]};
    for (int plane = 0; plane < PLANE_COUNT; plane++)
        for (unsigned row = 0; row < cjpeg_encoder_plane_rows(encoder, plane); row++)
            rows[plane][row] = (JSAMPROW)planes[plane] + (size_t)row * cjpeg_encoder_plane_stride(encoder, plane);
    unsigned count = cjpeg_encoder_plane_rows(encoder, 0);
    if (jpeg_write_raw_data(&encoder->info, arrays, count) != count)
        cjpeg_failure_raise(&encoder->failure, CJPEG_FAILED, "the rows were not taken");
    return CJPEG_OK;
}

cjpeg_status cjpeg_encoder_finish(cjpeg_encoder *encoder) {
    if (!is_armed(encoder) || setjmp(encoder->failure.escape)) return encoder->failure.status;
    jpeg_finish_compress(&encoder->info);
    return CJPEG_OK;
}

const uint8_t *cjpeg_encoder_output(const cjpeg_encoder *encoder, size_t *count) {
    const cjpeg_destination *destination = &encoder->destination;
    *count = destination->capacity == 0 ? 0 : destination->capacity - destination->manager.free_in_buffer;
    return destination->bytes;
}

void cjpeg_encoder_discard_output(cjpeg_encoder *encoder) {
    cjpeg_destination *destination = &encoder->destination;
    destination->count = 0;
    destination->manager.next_output_byte = destination->bytes;
    destination->manager.free_in_buffer = destination->capacity;
}

const char *cjpeg_encoder_message(const cjpeg_encoder *encoder) {
    return encoder->failure.message;
}
