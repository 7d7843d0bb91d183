#define _GNU_SOURCE
#include "decoder.h"

#include <sys/mman.h>
#include <unistd.h>

// libwebp wants memory for all pixels, writes them from top to bottom and never reads them. So the rows that were read can be
// given back to the system: what a process holds follows the width of the picture. To have each page anew takes some
// percents of the decode: smaller pictures are held as a whole.

enum { LARGE = 32 << 20, STEP = 1 << 20 };

static void lay_out_planes(cwebp_decoder *decoder, size_t width, size_t height) {
    cwebp_pixels *pixels = &decoder->pixels;
    size_t half = (width + 1) / 2, luma = width * height, chroma = half * ((height + 1) / 2);
    pixels->plane_count = 3;
    for (int plane = 0; plane < 3; plane++) pixels->strides[plane] = plane == 0 ? width : half;
    pixels->plane_starts[1] = luma;
    pixels->plane_starts[2] = luma + chroma;
    pixels->count = luma + 2 * chroma;
}

static void lay_out_rows(cwebp_decoder *decoder, size_t width, size_t height) {
    cwebp_pixels *pixels = &decoder->pixels;
    pixels->plane_count = 1;
    pixels->strides[0] = width * cwebp_decoder_layout(decoder);
    pixels->count = pixels->strides[0] * height;
}

static void use_planes(cwebp_decoder *decoder) {
    cwebp_pixels *pixels = &decoder->pixels;
    WebPYUVABuffer *planes = &decoder->config.output.u.YUVA;
    planes->y = pixels->bytes;
    planes->u = pixels->bytes + pixels->plane_starts[1];
    planes->v = pixels->bytes + pixels->plane_starts[2];
    planes->y_stride = (int)pixels->strides[0];
    planes->u_stride = planes->v_stride = (int)pixels->strides[1];
    planes->y_size = pixels->plane_starts[1];
    planes->u_size = planes->v_size = pixels->plane_starts[2] - pixels->plane_starts[1];
}

static void use_rows(cwebp_decoder *decoder) {
    cwebp_pixels *pixels = &decoder->pixels;
    WebPRGBABuffer *rows = &decoder->config.output.u.RGBA;
    rows->rgba = pixels->bytes;
    rows->stride = (int)pixels->strides[0];
    rows->size = pixels->count;
}

void cwebp_pixels_create(cwebp_decoder *decoder, unsigned width, unsigned height) {
    cwebp_pixels *pixels = &decoder->pixels;
    int has_planes = decoder->config.output.colorspace == MODE_YUV;
    has_planes ? lay_out_planes(decoder, width, height) : lay_out_rows(decoder, width, height);
    if (pixels->count < LARGE) return;
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    void *bytes = mmap(NULL, pixels->count, PROT_READ | PROT_WRITE, flags, -1, 0);
    // Where there is none, libwebp fails to have its own.
    if (bytes == MAP_FAILED) return;
    pixels->bytes = bytes;
    decoder->config.output.is_external_memory = 1;
    has_planes ? use_planes(decoder) : use_rows(decoder);
}

void cwebp_pixels_destroy(cwebp_decoder *decoder) {
    if (decoder->pixels.bytes != NULL) munmap(decoder->pixels.bytes, decoder->pixels.count);
}

void cwebp_pixels_forget(cwebp_decoder *decoder, unsigned index) {
    cwebp_pixels *pixels = &decoder->pixels;
    if (pixels->bytes == NULL) return;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    for (int plane = 0; plane < pixels->plane_count; plane++) {
        size_t start = pixels->plane_starts[plane], read = (plane == 0 ? index : index / 2) * pixels->strides[plane];
        if (read < pixels->forgotten[plane] + STEP) continue;
        size_t first = (start + pixels->forgotten[plane] + page - 1) / page * page, end = (start + read) / page * page;
        if (end > first) madvise(pixels->bytes + first, end - first, MADV_DONTNEED);
        pixels->forgotten[plane] = read;
    }
}
