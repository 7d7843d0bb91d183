#include "kernels.h"
#include "sample.h"

// A line keeps six fractional bits, as in `weigh_bytes`.
void cpixels_scalar_sample_cubic(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                                 size_t count) {
    for (size_t index = 0; index < count; index++, output += channels) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 3);
        for (int channel = 0; channel < 3; channel++) {
            int32_t sum = 1 << 19;
            for (int row = 0; row < 4; row++) {
                const uint8_t *pixels = sample.first + row * path->stride + channel;
                int32_t line = 1 << 7;
                for (int column = 0; column < 4; column++) line += pixels[3 * column] * sample.across[column];
                sum += (line >> 8) * sample.down[row];
            }
            output[channel] = cpixels_clamped_byte(sum >> 20);
        }
        if (channels == 4) output[3] = 255;
    }
}

void cpixels_scalar_sample_gray(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                                size_t count) {
    for (size_t index = 0; index < count; index++, output += channels) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 1);
        int32_t sum = 1 << 19;
        for (int row = 0; row < 4; row++, sample.first += path->stride) {
            int32_t line = 1 << 7;
            for (int column = 0; column < 4; column++) line += sample.first[column] * sample.across[column];
            sum += (line >> 8) * sample.down[row];
        }
        cpixels_store_gray(cpixels_clamped_byte(sum >> 20), output, channels);
    }
}

void cpixels_scalar_sample_rgba(const cpixels_path *path, const int16_t *weights, uint8_t *output, size_t count) {
    for (size_t index = 0; index < count; index++, output += 4) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 4);
        int32_t sums[4] = {0, 0, 0, 0};
        for (int row = 0; row < 4; row++, sample.first += path->stride) {
            int16_t pixels[16];
            cpixels_premultiply(sample.first, pixels, 4);
            for (int channel = 0; channel < 4; channel++) {
                int32_t line = 1 << 13;
                for (int column = 0; column < 4; column++)
                    line += pixels[4 * column + channel] * sample.across[column];
                sums[channel] += (line >> 14) * sample.down[row];
            }
        }
        cpixels_store_rgba(sums, output);
    }
}
