#include "encoder.h"

#include <stdlib.h>
#include <string.h>

static size_t stride(const cwebp_encoder *encoder) {
    return (size_t)encoder->settings.width * encoder->settings.layout;
}

static int start_picture(cwebp_encoder *encoder) {
    WebPPicture *picture = &encoder->picture;
    if (!WebPPictureInit(picture)) return 0;
    picture->use_argb = encoder->settings.is_lossless;
    picture->width = (int)encoder->settings.width;
    picture->height = (int)encoder->settings.height;
    picture->user_data = encoder;
    if (!encoder->settings.takes_planes) return 1;
    picture->colorspace = WEBP_YUV420;
    return WebPPictureAlloc(picture);
}

cwebp_encoder *cwebp_encoder_create(cwebp_settings settings) {
    cwebp_encoder *encoder = calloc(1, sizeof *encoder);
    if (encoder == NULL) return NULL;
    encoder->settings = settings;
    encoder->rows = settings.takes_planes ? NULL : malloc(stride(encoder) * settings.height);
    if ((encoder->rows == NULL && !settings.takes_planes) || !start_picture(encoder)) {
        free(encoder->rows);
        free(encoder);
        return NULL;
    }
    WebPMemoryWriterInit(&encoder->writer);
    return encoder;
}

void cwebp_encoder_destroy(cwebp_encoder *encoder) {
    if (encoder->ahead != NULL) cwebp_ahead_end(encoder);
    WebPPictureFree(&encoder->picture);
    WebPMemoryWriterClear(&encoder->writer);
    free(encoder->rows);
    free(encoder);
}

cwebp_status cwebp_encoder_write_row(cwebp_encoder *encoder, const uint8_t *row) {
    if (encoder->status != CWEBP_OK) return encoder->status;
    if (encoder->row_count == encoder->settings.height) return encoder->status = CWEBP_FAILED;
    memcpy(encoder->rows + stride(encoder) * encoder->row_count++, row, stride(encoder));
    return CWEBP_OK;
}

// JFIF's full range to that of BT.601, as VP8 has it (RFC 6386 section 9.2): Y to 16...235, Cb and Cr to 16...240;
// the factors are 219/255 and 224/255 in 1/65536, and the sums round to the nearest.
static void narrow(uint8_t *restrict target, const uint8_t *restrict row, size_t count, uint32_t factor, uint32_t bias) {
    for (size_t index = 0; index < count; index++) target[index] = (uint8_t)((row[index] * factor + bias) >> 16);
}

cwebp_status cwebp_encoder_write_plane_row(cwebp_encoder *encoder, int plane, const uint8_t *row) {
    if (encoder->status != CWEBP_OK) return encoder->status;
    WebPPicture *picture = &encoder->picture;
    int height = plane == 0 ? picture->height : (picture->height + 1) / 2;
    if (!encoder->settings.takes_planes || plane < 0 || plane > 2 || encoder->plane_row_counts[plane] == height)
        return encoder->status = CWEBP_FAILED;
    size_t index = (size_t)encoder->plane_row_counts[plane]++;
    if (plane == 0) {
        narrow(picture->y + index * picture->y_stride, row, picture->width, 56284, (16 << 16) + 32768);
    } else {
        uint8_t *first = plane == 1 ? picture->u : picture->v;
        narrow(first + index * picture->uv_stride, row, (picture->width + 1) / 2, 57569, 1019731 + 32768);
    }
    if (encoder->ahead != NULL) cwebp_ahead_note_rows(encoder);
    return CWEBP_OK;
}

int cwebp_encoder_has_all_rows(const cwebp_encoder *encoder) {
    const WebPPicture *picture = &encoder->picture;
    const int *counts = encoder->plane_row_counts;
    if (!encoder->settings.takes_planes) return encoder->row_count == encoder->settings.height;
    return counts[0] == picture->height && counts[1] == (picture->height + 1) / 2 && counts[2] == counts[1];
}

// libwebp reports the first fifth of its work when it has analysed the picture.
static int go_on(int percent, const WebPPicture *picture) {
    const cwebp_encoder *encoder = picture->user_data;
    const cwebp_settings *settings = &encoder->settings;
    if (percent >= 20 && encoder->is_analysed != NULL) encoder->is_analysed(encoder->context);
    if (settings->interrupt != NULL && settings->interrupt(settings->context) != 0) return 0;
    return encoder->ahead == NULL || cwebp_ahead_go_on(encoder, percent);
}

static cwebp_status failure(const cwebp_encoder *encoder) {
    switch (encoder->picture.error_code) {
    case VP8_ENC_ERROR_OUT_OF_MEMORY:
    case VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY:
        return CWEBP_OUT_OF_MEMORY;
    case VP8_ENC_ERROR_USER_ABORT:
        return CWEBP_INTERRUPTED;
    case VP8_ENC_ERROR_BAD_DIMENSION:
        return CWEBP_UNSUPPORTED;
    default:
        return CWEBP_FAILED;
    }
}

static int configure(const cwebp_encoder *encoder, WebPConfig *config) {
    if (!WebPConfigInit(config)) return 0;
    config->quality = (float)encoder->settings.quality;
    config->method = encoder->settings.method;
    config->lossless = encoder->settings.is_lossless;
    // Colours below transparent pixels are part of "every pixel is kept exactly".
    config->exact = encoder->settings.is_lossless;
    config->thread_level = encoder->uses_threads;
    return WebPValidateConfig(config);
}

static int import_rows(cwebp_encoder *encoder) {
    int row_size = (int)stride(encoder);
    return encoder->settings.layout == CWEBP_RGBA
        ? WebPPictureImportRGBA(&encoder->picture, encoder->rows, row_size)
        : WebPPictureImportRGB(&encoder->picture, encoder->rows, row_size);
}

cwebp_status cwebp_encoder_encode(cwebp_encoder *encoder) {
    WebPConfig config;
    if (!configure(encoder, &config)) return CWEBP_FAILED;
    WebPPicture *picture = &encoder->picture;
    picture->writer = WebPMemoryWrite;
    picture->custom_ptr = &encoder->writer;
    picture->progress_hook = go_on;
    if (encoder->rows != NULL && !import_rows(encoder)) return failure(encoder);
    free(encoder->rows);
    encoder->rows = NULL;
    return WebPEncode(&config, picture) ? CWEBP_OK : failure(encoder);
}

cwebp_status cwebp_encoder_finish(cwebp_encoder *encoder) {
    if (encoder->ahead != NULL) {
        cwebp_status status = cwebp_ahead_end(encoder);
        if (encoder->status == CWEBP_OK) encoder->status = status;
    } else {
        if (encoder->status != CWEBP_OK || encoder->is_encoded) return encoder->status;
        encoder->is_encoded = 1;
        encoder->status = cwebp_encoder_has_all_rows(encoder) ? cwebp_encoder_encode(encoder) : CWEBP_FAILED;
    }
    WebPPictureFree(&encoder->picture);
    return encoder->status;
}

void cwebp_encoder_use_threads(cwebp_encoder *encoder, void (*is_analysed)(void *context), void *context) {
    encoder->uses_threads = 1;
    encoder->is_analysed = is_analysed;
    encoder->context = context;
    // A lossless file's analysis is one thread's.
    if (encoder->settings.is_lossless) is_analysed(context);
}

const uint8_t *cwebp_encoder_output(const cwebp_encoder *encoder, size_t *count) {
    *count = encoder->writer.size;
    return encoder->writer.mem;
}
