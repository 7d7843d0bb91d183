#include "include/CWebP.h"

#include <stdlib.h>
#include <string.h>
#include <webp/encode.h>

struct cwebp_encoder {
    cwebp_settings settings;
    WebPPicture picture;
    WebPMemoryWriter writer;
    uint8_t *rows;
    size_t row_count;
    cwebp_status status;
};

static size_t stride(const cwebp_encoder *encoder) {
    return (size_t)encoder->settings.width * encoder->settings.layout;
}

cwebp_encoder *cwebp_encoder_create(cwebp_settings settings) {
    cwebp_encoder *encoder = calloc(1, sizeof *encoder);
    if (encoder == NULL) return NULL;
    encoder->settings = settings;
    encoder->rows = malloc(stride(encoder) * settings.height);
    if (encoder->rows == NULL || !WebPPictureInit(&encoder->picture)) {
        free(encoder->rows);
        free(encoder);
        return NULL;
    }
    WebPMemoryWriterInit(&encoder->writer);
    return encoder;
}

void cwebp_encoder_destroy(cwebp_encoder *encoder) {
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

static int go_on(int percent, const WebPPicture *picture) {
    (void)percent;
    const cwebp_settings *settings = &((const cwebp_encoder *)picture->user_data)->settings;
    return settings->interrupt == NULL || settings->interrupt(settings->context) == 0;
}

static cwebp_status latch(cwebp_encoder *encoder) {
    switch (encoder->picture.error_code) {
    case VP8_ENC_ERROR_OUT_OF_MEMORY:
    case VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY:
        return encoder->status = CWEBP_OUT_OF_MEMORY;
    case VP8_ENC_ERROR_USER_ABORT:
        return encoder->status = CWEBP_INTERRUPTED;
    case VP8_ENC_ERROR_BAD_DIMENSION:
        return encoder->status = CWEBP_UNSUPPORTED;
    default:
        return encoder->status = CWEBP_FAILED;
    }
}

static int configure(const cwebp_encoder *encoder, WebPConfig *config) {
    if (!WebPConfigInit(config)) return 0;
    config->quality = (float)encoder->settings.quality;
    config->method = encoder->settings.method;
    config->lossless = encoder->settings.is_lossless;
    // Colours below transparent pixels are part of "every pixel is kept exactly".
    config->exact = encoder->settings.is_lossless;
    return WebPValidateConfig(config);
}

static int import_rows(cwebp_encoder *encoder) {
    int row_size = (int)stride(encoder);
    return encoder->settings.layout == CWEBP_RGBA
        ? WebPPictureImportRGBA(&encoder->picture, encoder->rows, row_size)
        : WebPPictureImportRGB(&encoder->picture, encoder->rows, row_size);
}

cwebp_status cwebp_encoder_finish(cwebp_encoder *encoder) {
    WebPConfig config;
    if (encoder->status != CWEBP_OK) return encoder->status;
    if (encoder->row_count < encoder->settings.height || !configure(encoder, &config))
        return encoder->status = CWEBP_FAILED;
    WebPPicture *picture = &encoder->picture;
    picture->use_argb = config.lossless;
    picture->width = (int)encoder->settings.width;
    picture->height = (int)encoder->settings.height;
    picture->writer = WebPMemoryWrite;
    picture->custom_ptr = &encoder->writer;
    picture->progress_hook = go_on;
    picture->user_data = encoder;
    if (!import_rows(encoder)) return latch(encoder);
    free(encoder->rows);
    encoder->rows = NULL;
    return WebPEncode(&config, picture) ? CWEBP_OK : latch(encoder);
}

const uint8_t *cwebp_encoder_output(const cwebp_encoder *encoder, size_t *count) {
    *count = encoder->writer.size;
    return encoder->writer.mem;
}
