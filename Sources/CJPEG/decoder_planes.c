#include "decoder.h"
#include "internals.h"

int cjpeg_decoder_has_planes(const cjpeg_decoder *decoder) {
    const struct jpeg_decompress_struct *info = &decoder->info;
    if (info->jpeg_color_space != JCS_YCbCr || info->num_components != PLANE_COUNT) return 0;
    const jpeg_component_info *luma = info->comp_info;
    if (luma->h_samp_factor > 2 || luma->v_samp_factor > 2) return 0;
    for (int index = 1; index < PLANE_COUNT; index++)
        if (info->comp_info[index].h_samp_factor != 1 || info->comp_info[index].v_samp_factor != 1) return 0;
    return 1;
}

static unsigned scaled(unsigned side, int factor, int maximum_factor, int block) {
    unsigned long numerator = (unsigned long)side * (unsigned long)(factor * block);
    unsigned long denominator = (unsigned long)(maximum_factor * DCTSIZE);
    return (unsigned)((numerator + denominator - 1) / denominator);
}

// libjpeg doubles the blocks of subsampled chroma while it reduces the picture, which saves its own upsampling. Where
// nothing will be upsampled, chroma blocks can be as small as those of luma. What follows from a block's size is
// computed by libjpeg at the start, so it is set again.
static void keep_subsampling(struct jpeg_decompress_struct *info) {
    for (int index = 1; index < PLANE_COUNT; index++) {
        jpeg_component_info *component = info->comp_info + index;
        int block = info->min_DCT_scaled_size;
        component->DCT_scaled_size = block;
        component->MCU_sample_width = component->MCU_width * block;
        component->downsampled_width =
            scaled(info->image_width, component->h_samp_factor, info->max_h_samp_factor, block);
        component->downsampled_height =
            scaled(info->image_height, component->v_samp_factor, info->max_v_samp_factor, block);
    }
    info->idct->start_pass(info);
}

cjpeg_status cjpeg_decoder_start_planes(cjpeg_decoder *decoder, unsigned denominator, int reduces_chroma) {
    if (!cjpeg_decoder_is_armed(decoder) || setjmp(decoder->failure.escape)) return decoder->failure.status;
    struct jpeg_decompress_struct *info = &decoder->info;
    info->scale_num = 1;
    info->scale_denom = denominator;
    info->out_color_space = JCS_YCbCr;
    info->raw_data_out = TRUE;
    cjpeg_decoder_begin(decoder);
    if (reduces_chroma) keep_subsampling(info);
    for (int index = 0; index < PLANE_COUNT; index++) {
        jpeg_component_info *component = info->comp_info + index;
        unsigned width = component->width_in_blocks * (unsigned)component->DCT_scaled_size;
        unsigned height = (unsigned)(component->v_samp_factor * component->DCT_scaled_size);
        decoder->planes[index] =
            info->mem->alloc_sarray((j_common_ptr)info, JPOOL_IMAGE, width, height);
    }
    return CJPEG_OK;
}

// At one eighth a sample is a block's mean, a multiple of its quantiser divided by eight and rounded. Halves are rounded
// up: where they are a part of 1/steps of all values, the samples are 1/2 * 1/steps too large on average.
static int mean_bias(const jpeg_component_info *component) {
    if (component->DCT_scaled_size != 1 || component->quant_table == NULL) return 0;
    int steps = DCTSIZE;
    for (unsigned quantiser = component->quant_table->quantval[0]; quantiser % 2 == 0 && steps > 1; quantiser /= 2)
        steps /= 2;
    return steps == 1 ? 0 : 32 / steps;
}

void cjpeg_decoder_bias(const cjpeg_decoder *decoder, int bias[3]) {
    const struct jpeg_decompress_struct *info = &decoder->info;
    int means[3] = {0, 0, 0};
    for (int index = 0; index < info->num_components && index < 3; index++)
        means[index] = mean_bias(&info->comp_info[index]);
    for (int channel = 0; channel < 3; channel++) bias[channel] = 0;
    if (info->jpeg_color_space == JCS_GRAYSCALE || info->jpeg_color_space == JCS_RGB) {
        for (int channel = 0; channel < 3; channel++) bias[channel] = means[channel];
    } else if (info->jpeg_color_space == JCS_YCbCr) {
        // T.871's factors in eighths: finer than the means are.
        bias[0] = means[0] + means[2] * 11 / 8;
        bias[1] = means[0] - (means[1] * 3 + means[2] * 6) / 8;
        bias[2] = means[0] + means[1] * 14 / 8;
    }
}

cjpeg_plane cjpeg_decoder_plane(const cjpeg_decoder *decoder, int index) {
    const struct jpeg_decompress_struct *info = &decoder->info;
    const jpeg_component_info *component = info->comp_info + index;
    return (cjpeg_plane){
        .width = component->downsampled_width,
        .height = component->downsampled_height,
        .row_count = (unsigned)(component->v_samp_factor * component->DCT_scaled_size),
        .horizontal_pitch = (double)(info->max_h_samp_factor * DCTSIZE)
            / (component->h_samp_factor * component->DCT_scaled_size),
        .vertical_pitch = (double)(info->max_v_samp_factor * DCTSIZE)
            / (component->v_samp_factor * component->DCT_scaled_size),
        .mean_side = (unsigned)(DCTSIZE / component->DCT_scaled_size),
        .bias = mean_bias(component),
    };
}

cjpeg_status cjpeg_decoder_read_planes(cjpeg_decoder *decoder) {
    if (!cjpeg_decoder_is_armed(decoder) || setjmp(decoder->failure.escape)) return decoder->failure.status;
    struct jpeg_decompress_struct *info = &decoder->info;
    unsigned rows = (unsigned)(info->max_v_samp_factor * info->min_DCT_scaled_size);
    if (jpeg_read_raw_data(info, decoder->planes, rows) != rows)
        cjpeg_failure_raise(&decoder->failure, CJPEG_FAILED, "no further rows");
    return CJPEG_OK;
}

const uint8_t *cjpeg_decoder_plane_row(const cjpeg_decoder *decoder, int index, unsigned row) {
    return decoder->planes[index][row];
}
