#include "kernels.h"
#include "unfilter.h"

static void weigh_bytes(const uint8_t *const *rows, const int16_t *weights, int taps, int shift, int16_t *output,
                        size_t count) {
    for (size_t x = 0; x < count; x++) {
        int32_t sum = 1 << (shift - 1);
        for (int tap = 0; tap < taps; tap++) sum += rows[tap][x] * weights[tap];
        output[x] = cpixels_clamped_sample(sum >> shift);
    }
}

static void weigh_bytes_twice(const uint8_t *const *rows, const int16_t *first, const int16_t *second, int lag, int taps,
                              int shift, int16_t *output, int16_t *second_output, size_t count) {
    weigh_bytes(rows, first, taps, shift, output, count);
    weigh_bytes(rows + lag, second, taps, shift, second_output, count);
}

static void weigh_samples(const int16_t *const *rows, const int16_t *weights, int taps, int shift,
                          int16_t *output, size_t count) {
    for (size_t x = 0; x < count; x++) {
        int32_t sum = 1 << (shift - 1);
        for (int tap = 0; tap < taps; tap++) sum += rows[tap][x] * weights[tap];
        output[x] = cpixels_clamped_sample(sum >> shift);
    }
}

static int32_t neighbours(const int16_t *row, const cpixels_bank *bank, int index, int channels, int channel) {
    const int16_t *samples = row + (size_t)bank->starts[index] * (size_t)channels + channel;
    const int16_t *weights = bank->weights + (size_t)index * (size_t)bank->stride;
    int32_t sum = 1 << (bank->shift - 1);
    for (int tap = 0; tap < bank->taps; tap++) sum += samples[tap * channels] * weights[tap];
    return sum >> bank->shift;
}

static void weigh_gray(const int16_t *row, const cpixels_bank *bank, uint8_t *output) {
    for (int index = 0; index < bank->count; index++)
        output[index] = cpixels_clamped_byte(neighbours(row, bank, index, 1, 0));
}

static void weigh_rgb(const int16_t *row, const cpixels_bank *bank, uint8_t *output) {
    for (int index = 0; index < bank->count; index++)
        for (int channel = 0; channel < 3; channel++)
            output[3 * index + channel] = cpixels_clamped_byte(neighbours(row, bank, index, 3, channel));
}

static void weigh_rgba(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    for (int index = 0; index < bank->count; index++)
        for (int channel = 0; channel < 4; channel++)
            output[4 * index + channel] = cpixels_clamped_sample(neighbours(row, bank, index, 4, channel));
}

static void weigh_gray_samples(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    for (int index = 0; index < bank->count; index++)
        output[index] = cpixels_clamped_sample(neighbours(row, bank, index, 1, 0));
}

static void weigh_rgb_samples(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    for (int index = 0; index < bank->count; index++)
        for (int channel = 0; channel < 3; channel++)
            output[3 * index + channel] = cpixels_clamped_sample(neighbours(row, bank, index, 3, channel));
}

void cpixels_scalar_halve(const uint8_t *upper, const uint8_t *lower, uint8_t *output, size_t count) {
    cpixels_halve(upper, lower, output, count);
}

void cpixels_scalar_join_ycc(const uint8_t *y, const uint8_t *cb, const uint8_t *cr, uint8_t *rgb, size_t count) {
    cpixels_join_ycc(y, cb, cr, rgb, count);
}

void cpixels_scalar_premultiply(const uint8_t *rgba, int16_t *output, size_t pixels) {
    cpixels_premultiply(rgba, output, pixels);
}

void cpixels_scalar_unpremultiply(const int16_t *samples, uint8_t *rgba, size_t pixels) {
    cpixels_unpremultiply(samples, rgba, pixels);
}

void cpixels_scalar_unweigh(const int16_t *samples, int16_t *output, size_t pixels) {
    cpixels_unweigh(samples, output, pixels);
}

void cpixels_scalar_sharpen(const uint8_t *levels, const int16_t *blurred, int amount, int threshold, uint8_t *output,
                            size_t count) {
    cpixels_sharpen(levels, blurred, amount, threshold, output, count);
}

void cpixels_scalar_unfilter(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel) {
    cpixels_unfilter_from(0, filter, row, above, count, pixel);
}

const cpixels_kernels cpixels_scalar = {
    weigh_bytes, weigh_bytes_twice, weigh_samples, weigh_gray, weigh_rgb, weigh_rgba, weigh_gray_samples, weigh_rgb_samples,
    cpixels_scalar_halve, cpixels_scalar_join_ycc, cpixels_scalar_premultiply, cpixels_scalar_unpremultiply,
    cpixels_scalar_unweigh, cpixels_scalar_sharpen, cpixels_scalar_unfilter, cpixels_scalar_sample_gray, cpixels_scalar_sample_rgba, cpixels_scalar_sample_cubic,
    cpixels_scalar_transpose,
};
