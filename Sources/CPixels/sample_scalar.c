#include "kernels.h"
#include "sample.h"

// A line keeps six fractional bits, as in `weigh_bytes`.
void cpixels_scalar_sample_cubic(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                                 size_t count) {
    for (size_t index = 0; index < count; index++, output += channels) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index);
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
