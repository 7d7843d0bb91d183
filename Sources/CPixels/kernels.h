#ifndef CPIXELS_KERNELS_H
#define CPIXELS_KERNELS_H

#include "include/CPixels.h"

extern const cpixels_kernels cpixels_scalar;
#if defined(__x86_64__)
extern const cpixels_kernels cpixels_sse2;
extern const cpixels_kernels cpixels_avx2;
#elif defined(__aarch64__)
extern const cpixels_kernels cpixels_neon;
#endif

// For sets that are compiled for the baseline's instructions too, and so have nothing of their own to add.
void cpixels_scalar_halve(const uint8_t *upper, const uint8_t *lower, uint8_t *output, size_t count);
void cpixels_scalar_join_ycc(const uint8_t *y, const uint8_t *cb, const uint8_t *cr, uint8_t *rgb, size_t count);
void cpixels_scalar_premultiply(const uint8_t *rgba, int16_t *output, size_t pixels);
void cpixels_scalar_unpremultiply(const int16_t *samples, uint8_t *rgba, size_t pixels);
void cpixels_scalar_unweigh(const int16_t *samples, int16_t *output, size_t pixels);
void cpixels_scalar_sharpen(const uint8_t *levels, const int16_t *blurred, int amount, int threshold, uint8_t *output,
                            size_t count);
void cpixels_scalar_unfilter(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel);
void cpixels_scalar_sample_cubic(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                                 size_t count);
void cpixels_scalar_sample_gray(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                                size_t count);
void cpixels_scalar_sample_rgba(const cpixels_path *path, const int16_t *weights, uint8_t *output, size_t count);
// In machine words of little-endian order.
void cpixels_scalar_transpose(const uint8_t *source, ptrdiff_t source_stride, uint8_t *target,
                              ptrdiff_t target_stride);
#if defined(__x86_64__)
void cpixels_sse2_unfilter(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel);
void cpixels_sse2_sample_cubic(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                               size_t count);
void cpixels_avx2_sample_cubic(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                               size_t count);
void cpixels_avx2_sample_gray(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                              size_t count);
void cpixels_avx2_sample_rgba(const cpixels_path *path, const int16_t *weights, uint8_t *output, size_t count);
void cpixels_sse2_transpose(const uint8_t *source, ptrdiff_t source_stride, uint8_t *target, ptrdiff_t target_stride);
#endif

// Asks for a row of the square after the next one along `stride`, which will be written: whole rows become columns in that
// order, and no processor foresees such steps. The address may be beyond the picture, which harms nothing.
static inline void cpixels_prefetch_square(const uint8_t *target, ptrdiff_t stride, int row) {
    __builtin_prefetch((const void *)((uintptr_t)target + (uintptr_t)((row + 2 * 16) * stride)), 1);
}

// The bank of the output pixels from `index` on.
static inline cpixels_bank cpixels_bank_from(int index, const cpixels_bank *bank) {
    cpixels_bank rest = *bank;
    rest.starts += index;
    rest.weights += (size_t)index * (size_t)bank->stride;
    rest.count -= index;
    return rest;
}

static inline int16_t cpixels_clamped_sample(int32_t value) {
    return (int16_t)(value < INT16_MIN ? INT16_MIN : value > INT16_MAX ? INT16_MAX : value);
}

static inline uint8_t cpixels_clamped_byte(int32_t value) {
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

// Bodies that a compiler turns into vectors by itself: each set compiles them for its own instructions.

__attribute__((always_inline)) static inline void cpixels_halve(const uint8_t *upper, const uint8_t *lower,
                                                                uint8_t *output, size_t count) {
    for (size_t index = 0; index < count; index++) {
        unsigned sum = upper[2 * index] + upper[2 * index + 1] + lower[2 * index] + lower[2 * index + 1];
        output[index] = (uint8_t)((sum + 1 + (index & 1)) >> 2);
    }
}

// Fourteen fractional bits; the factors are those of T.871.
__attribute__((always_inline)) static inline void cpixels_join_ycc(const uint8_t *y, const uint8_t *cb,
                                                                   const uint8_t *cr, uint8_t *rgb, size_t count) {
    for (size_t index = 0; index < count; index++) {
        int32_t light = (y[index] << 14) + (1 << 13);
        int32_t blue = cb[index] - 128, red = cr[index] - 128;
        rgb[3 * index] = cpixels_clamped_byte((light + 22970 * red) >> 14);
        rgb[3 * index + 1] = cpixels_clamped_byte((light - 5638 * blue - 11700 * red) >> 14);
        rgb[3 * index + 2] = cpixels_clamped_byte((light + 29032 * blue) >> 14);
    }
}

// 16448 / 65536 is 64 / 255 as near as 30 bits allow: an opaque colour stays exact.
__attribute__((always_inline)) static inline void cpixels_premultiply(const uint8_t *rgba, int16_t *output,
                                                                      size_t pixels) {
    for (size_t pixel = 0; pixel < pixels; pixel++) {
        uint32_t alpha = rgba[4 * pixel + 3];
        for (size_t channel = 0; channel < 3; channel++)
            output[4 * pixel + channel] =
                (int16_t)((rgba[4 * pixel + channel] * alpha * 16448 + (1 << 15)) >> 16);
        output[4 * pixel + 3] = (int16_t)(alpha << 6);
    }
}

static inline int32_t cpixels_clamped(int32_t value, int32_t limit) {
    return value < 0 ? 0 : value > limit ? limit : value;
}

// Division by the constant of an opaque pixel is a multiplication; the others are few in most pictures.
__attribute__((always_inline)) static inline void cpixels_unpremultiply(const int16_t *samples, uint8_t *rgba,
                                                                        size_t pixels) {
    enum { OPAQUE = 255 << 6 };
    for (size_t pixel = 0; pixel < pixels; pixel++, samples += 4, rgba += 4) {
        int32_t alpha = cpixels_clamped(samples[3], OPAQUE);
        rgba[3] = (uint8_t)((alpha + 32) >> 6);
        for (int channel = 0; channel < 3; channel++) {
            int32_t color = cpixels_clamped(samples[channel], alpha);
            if (alpha == OPAQUE) rgba[channel] = (uint8_t)((color + 32) >> 6);
            else rgba[channel] = alpha == 0 ? 0 : (uint8_t)((510 * color + alpha) / (2 * alpha));
        }
    }
}

__attribute__((always_inline)) static inline void cpixels_unweigh(const int16_t *samples, int16_t *output,
                                                                  size_t pixels) {
    enum { OPAQUE = 255 << 6 };
    for (size_t pixel = 0; pixel < pixels; pixel++, samples += 4, output += 4) {
        int32_t alpha = cpixels_clamped(samples[3], OPAQUE);
        for (int channel = 0; channel < 3; channel++) {
            int32_t color = cpixels_clamped(samples[channel], alpha);
            if (alpha == OPAQUE) output[channel] = (int16_t)color;
            else output[channel] = alpha == 0 ? 0 : (int16_t)((2 * OPAQUE * color + alpha) / (2 * alpha));
        }
        output[3] = (int16_t)alpha;
    }
}

__attribute__((always_inline)) static inline void cpixels_sharpen(const uint8_t *levels, const int16_t *blurred,
                                                                  int amount, int threshold, uint8_t *output,
                                                                  size_t count) {
    enum { BITS = 6 + CPIXELS_AMOUNT_BITS };
    for (size_t index = 0; index < count; index++) {
        int32_t difference = (levels[index] << 6) - blurred[index];
        int32_t magnitude = difference < 0 ? -difference : difference;
        int32_t added = magnitude < threshold ? 0 : difference * amount;
        output[index] = cpixels_clamped_byte(((levels[index] << BITS) + added + (1 << (BITS - 1))) >> BITS);
    }
}

#endif
