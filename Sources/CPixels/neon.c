#if defined(__aarch64__)
#include "kernels.h"
#include "sample.h"

#include <arm_neon.h>
#include <string.h>

static inline void weigh_16_bytes(const uint8_t *const *rows, const int16_t *weights, int taps, int shift,
                                  int16_t *output, size_t x) {
    int32x4_t a = vdupq_n_s32(1 << (shift - 1)), b = a, c = a, d = a;
    for (int tap = 0; tap < taps; tap++) {
        uint8x16_t bytes = vld1q_u8(rows[tap] + x);
        int16x8_t low = vreinterpretq_s16_u16(vmovl_u8(vget_low_u8(bytes)));
        int16x8_t high = vreinterpretq_s16_u16(vmovl_high_u8(bytes));
        a = vmlal_n_s16(a, vget_low_s16(low), weights[tap]);
        b = vmlal_high_n_s16(b, low, weights[tap]);
        c = vmlal_n_s16(c, vget_low_s16(high), weights[tap]);
        d = vmlal_high_n_s16(d, high, weights[tap]);
    }
    int32x4_t bits = vdupq_n_s32(-shift);
    vst1q_s16(output + x, vcombine_s16(vqmovn_s32(vshlq_s32(a, bits)), vqmovn_s32(vshlq_s32(b, bits))));
    vst1q_s16(output + x + 8, vcombine_s16(vqmovn_s32(vshlq_s32(c, bits)), vqmovn_s32(vshlq_s32(d, bits))));
}

static void weigh_bytes(const uint8_t *const *rows, const int16_t *weights, int taps, int shift, int16_t *output,
                        size_t count) {
    if (count < 16) return cpixels_scalar.weigh_bytes(rows, weights, taps, shift, output, count);
    for (size_t x = 0; x + 16 <= count; x += 16) weigh_16_bytes(rows, weights, taps, shift, output, x);
    // The last samples once more with those before them.
    if (count % 16 != 0) weigh_16_bytes(rows, weights, taps, shift, output, count - 16);
}

static void weigh_bytes_twice(const uint8_t *const *rows, const int16_t *first, const int16_t *second, int lag, int taps,
                              int shift, int16_t *output, int16_t *second_output, size_t count) {
    weigh_bytes(rows, first, taps, shift, output, count);
    weigh_bytes(rows + lag, second, taps, shift, second_output, count);
}

static inline void weigh_8_samples(const int16_t *const *rows, const int16_t *weights, int taps, int shift,
                                   int16_t *output, size_t x) {
    int32x4_t a = vdupq_n_s32(1 << (shift - 1)), b = a;
    for (int tap = 0; tap < taps; tap++) {
        int16x8_t samples = vld1q_s16(rows[tap] + x);
        a = vmlal_n_s16(a, vget_low_s16(samples), weights[tap]);
        b = vmlal_high_n_s16(b, samples, weights[tap]);
    }
    int32x4_t bits = vdupq_n_s32(-shift);
    vst1q_s16(output + x, vcombine_s16(vqmovn_s32(vshlq_s32(a, bits)), vqmovn_s32(vshlq_s32(b, bits))));
}

static void weigh_samples(const int16_t *const *rows, const int16_t *weights, int taps, int shift,
                          int16_t *output, size_t count) {
    if (count < 8) return cpixels_scalar.weigh_samples(rows, weights, taps, shift, output, count);
    for (size_t x = 0; x + 8 <= count; x += 8) weigh_8_samples(rows, weights, taps, shift, output, x);
    if (count % 8 != 0) weigh_8_samples(rows, weights, taps, shift, output, count - 8);
}

// The sum of one output pixel.
static inline int32_t gray_sum(const int16_t *row, const cpixels_bank *bank, int index) {
    const int16_t *samples = row + bank->starts[index];
    const int16_t *weights = bank->weights + (size_t)index * (size_t)bank->stride;
    int32x4_t a = vdupq_n_s32(0), b = a;
    for (int tap = 0; tap < bank->stride; tap += 8) {
        int16x8_t pixels = vld1q_s16(samples + tap), factors = vld1q_s16(weights + tap);
        a = vmlal_s16(a, vget_low_s16(pixels), vget_low_s16(factors));
        b = vmlal_high_s16(b, pixels, factors);
    }
    return (vaddvq_s32(vaddq_s32(a, b)) + (1 << (bank->shift - 1))) >> bank->shift;
}

static void weigh_gray(const int16_t *row, const cpixels_bank *bank, uint8_t *output) {
    for (int index = 0; index < bank->count; index++)
        output[index] = cpixels_clamped_byte(gray_sum(row, bank, index));
}

static void weigh_gray_samples(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    for (int index = 0; index < bank->count; index++)
        output[index] = cpixels_clamped_sample(gray_sum(row, bank, index));
}

// The sums of up to four interleaved channels of one output pixel.
static inline int32x4_t channel_sums(const int16_t *row, const cpixels_bank *bank, int index, int channels) {
    const int16_t *samples = row + (size_t)bank->starts[index] * (size_t)channels;
    const int16_t *weights = bank->weights + (size_t)index * (size_t)bank->stride;
    int32x4_t sum = vdupq_n_s32(1 << (bank->shift - 1));
    for (int tap = 0; tap < bank->taps; tap++, samples += channels)
        sum = vmlal_n_s16(sum, vld1_s16(samples), weights[tap]);
    return vshlq_s32(sum, vdupq_n_s32(-bank->shift));
}

static void weigh_rgb(const int16_t *row, const cpixels_bank *bank, uint8_t *output) {
    for (int index = 0; index < bank->count; index++) {
        int32x4_t sums = channel_sums(row, bank, index, 3);
        output[3 * index] = cpixels_clamped_byte(vgetq_lane_s32(sums, 0));
        output[3 * index + 1] = cpixels_clamped_byte(vgetq_lane_s32(sums, 1));
        output[3 * index + 2] = cpixels_clamped_byte(vgetq_lane_s32(sums, 2));
    }
}

static void weigh_rgb_samples(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    for (int index = 0; index < bank->count; index++) {
        int16x4_t samples = vqmovn_s32(channel_sums(row, bank, index, 3));
        vst1_lane_s16(output + 3 * index, samples, 0);
        vst1_lane_s16(output + 3 * index + 1, samples, 1);
        vst1_lane_s16(output + 3 * index + 2, samples, 2);
    }
}

static void weigh_rgba(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    for (int index = 0; index < bank->count; index++)
        vst1_s16(output + 4 * index, vqmovn_s32(channel_sums(row, bank, index, 4)));
}

static void sample_cubic(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                         size_t count) {
    for (size_t index = 0; index < count; index++, output += channels) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 3);
        int32x4_t total = vdupq_n_s32(0);
        for (int row = 0; row < 4; row++, sample.first += path->stride) {
            int32x4_t line = vdupq_n_s32(0);
            for (int column = 0; column < 4; column++) {
                uint32_t bytes;
                memcpy(&bytes, sample.first + 3 * column, sizeof bytes);
                uint16x8_t pixel = vmovl_u8(vreinterpret_u8_u32(vdup_n_u32(bytes)));
                line = vmlal_n_s16(line, vreinterpret_s16_u16(vget_low_u16(pixel)), sample.across[column]);
            }
            total = vmlal_n_s16(total, vmovn_s32(vrshrq_n_s32(line, 8)), sample.down[row]);
        }
        int32x4_t levels = vrshrq_n_s32(total, 20);
        output[0] = cpixels_clamped_byte(vgetq_lane_s32(levels, 0));
        output[1] = cpixels_clamped_byte(vgetq_lane_s32(levels, 1));
        output[2] = cpixels_clamped_byte(vgetq_lane_s32(levels, 2));
        if (channels == 4) output[3] = 255;
    }
}

static void sample_gray(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                        size_t count) {
    for (size_t index = 0; index < count; index++, output += channels) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 1);
        int16x4_t across = vld1_s16(sample.across);
        int32x4_t sums[4];
        for (int row = 0; row < 4; row++) {
            uint32_t bytes;
            memcpy(&bytes, sample.first + row * path->stride, sizeof bytes);
            uint16x8_t pixels = vmovl_u8(vreinterpret_u8_u32(vdup_n_u32(bytes)));
            sums[row] = vmull_s16(vreinterpret_s16_u16(vget_low_u16(pixels)), across);
        }
        int32x4_t four = vpaddq_s32(vpaddq_s32(sums[0], sums[1]), vpaddq_s32(sums[2], sums[3]));
        int16x4_t lines = vmovn_s32(vrshrq_n_s32(four, 8));
        int32_t sum = vaddvq_s32(vmull_s16(lines, vld1_s16(sample.down)));
        cpixels_store_gray(cpixels_clamped_byte((sum + (1 << 19)) >> 20), output, channels);
    }
}

// Four pixels with colours weighted by opacity, as `cpixels_premultiply` makes them: a line of them weighed.
static inline int16x4_t rgba_line(const uint8_t *pixels, const int16_t *across) {
    uint8x16_t bytes = vld1q_u8(pixels);
    int32x4_t line = vdupq_n_s32(0);
    uint16x8_t halves[2] = {vmovl_u8(vget_low_u8(bytes)), vmovl_high_u8(bytes)};
    for (int column = 0; column < 4; column++) {
        uint16x8_t half = halves[column / 2];
        uint16x4_t pixel = column % 2 == 0 ? vget_low_u16(half) : vget_high_u16(half);
        uint16x4_t factors = vset_lane_u16(255, vdup_lane_u16(pixel, 3), 3);
        uint32x4_t product = vmulq_n_u32(vmull_u16(pixel, factors), 16448);
        int16x4_t level = vreinterpret_s16_u16(vrshrn_n_u32(product, 16));
        line = vmlal_n_s16(line, level, across[column]);
    }
    return vmovn_s32(vrshrq_n_s32(line, 14));
}

static void sample_rgba(const cpixels_path *path, const int16_t *weights, uint8_t *output, size_t count) {
    for (size_t index = 0; index < count; index++, output += 4) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 4);
        int32x4_t total = vdupq_n_s32(0);
        for (int row = 0; row < 4; row++)
            total = vmlal_n_s16(total, rgba_line(sample.first + row * path->stride, sample.across), sample.down[row]);
        int32_t sums[4];
        vst1q_s32(sums, total);
        cpixels_store_rgba(sums, output);
    }
}

// Each round interleaves the rows of the upper half with those of the lower one; after four a row is a column.
static void transpose(const uint8_t *source, ptrdiff_t source_stride, uint8_t *target, ptrdiff_t target_stride) {
    uint8x16_t squares[2][16];
    for (int row = 0; row < 16; row++) {
        squares[0][row] = vld1q_u8(source + row * source_stride);
        cpixels_prefetch_square(target, target_stride, row);
    }
    for (int round = 0; round < 4; round++) {
        const uint8x16_t *from = squares[round % 2];
        uint8x16_t *to = squares[1 - round % 2];
        for (int row = 0; row < 8; row++) {
            to[2 * row] = vzip1q_u8(from[row], from[row + 8]);
            to[2 * row + 1] = vzip2q_u8(from[row], from[row + 8]);
        }
    }
    for (int row = 0; row < 16; row++) vst1q_u8(target + row * target_stride, squares[0][row]);
}

const cpixels_kernels cpixels_neon = {
    weigh_bytes, weigh_bytes_twice, weigh_samples, weigh_gray, weigh_rgb, weigh_rgba, weigh_gray_samples, weigh_rgb_samples,
    cpixels_scalar_halve, cpixels_scalar_join_ycc, cpixels_scalar_premultiply, cpixels_scalar_unpremultiply,
    cpixels_scalar_unweigh, cpixels_scalar_sharpen, cpixels_scalar_unfilter, sample_gray, sample_rgba, sample_cubic, transpose,
};
#endif
