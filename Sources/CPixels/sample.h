#ifndef CPIXELS_SAMPLE_H
#define CPIXELS_SAMPLE_H

#include "kernels.h"

// Where the pixels of a sample lie, and their weights.
typedef struct {
    const uint8_t *first;
    const int16_t *across;
    const int16_t *down;
} cpixels_sample;

__attribute__((always_inline)) static inline cpixels_sample cpixels_sample_at(const cpixels_path *path,
                                                                              const int16_t *weights, size_t index,
                                                                              int channels) {
    int64_t x = path->x + (int64_t)index * path->step_x, y = path->y + (int64_t)index * path->step_y;
    return (cpixels_sample){
        .first = path->pixels + ((y >> 16) - 1) * path->stride + channels * ((x >> 16) - 1),
        .across = weights + 4 * ((x >> 8) & 255),
        .down = weights + 4 * ((y >> 8) & 255),
    };
}

// One gray level as pixels of one channel, three or four.
__attribute__((always_inline)) static inline void cpixels_store_gray(uint8_t level, uint8_t *output, int channels) {
    output[0] = level;
    if (channels == 1) return;
    output[1] = output[2] = level;
    if (channels == 4) output[3] = 255;
}

// Sums of colours times opacity and of opacity, of 20 fractional bits, as a pixel of straight alpha.
__attribute__((always_inline)) static inline void cpixels_store_rgba(const int32_t sums[4], uint8_t *output) {
    const int32_t half = 1 << 19, opaque = 255 << 20;
    output[3] = cpixels_clamped_byte((sums[3] + half) >> 20);
    for (int channel = 0; channel < 3; channel++) {
        if (output[3] == 0) output[channel] = 0;
        else if (sums[3] == opaque) output[channel] = cpixels_clamped_byte((sums[channel] + half) >> 20);
        // Exact, as the dividend has 37 bits, and no remainder is as near to the divisor as a double can round.
        else output[channel] = cpixels_clamped_byte((int32_t)((sums[channel] * 255.0 + sums[3] / 2) / sums[3]));
    }
}

#endif
