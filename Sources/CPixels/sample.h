#ifndef CPIXELS_SAMPLE_H
#define CPIXELS_SAMPLE_H

#include "include/CPixels.h"

// Where a sample of a path begins, and its weights.
typedef struct {
    const uint8_t *first;
    const int16_t *across;
    const int16_t *down;
} cpixels_sample;

__attribute__((always_inline)) static inline cpixels_sample cpixels_sample_at(const cpixels_path *path,
                                                                              const int16_t *weights, size_t index) {
    int64_t x = path->x + (int64_t)index * path->step_x, y = path->y + (int64_t)index * path->step_y;
    return (cpixels_sample){
        .first = path->pixels + ((y >> 16) - 1) * path->stride + 3 * ((x >> 16) - 1),
        .across = weights + 4 * ((x >> 8) & 255),
        .down = weights + 4 * ((y >> 8) & 255),
    };
}

#endif
