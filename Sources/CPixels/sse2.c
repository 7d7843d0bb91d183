#if defined(__x86_64__)
#include "kernels.h"

#include <emmintrin.h>
#include <string.h>

// Two weights as every pair of 16-bit lanes.
static inline __m128i weight_pair(const int16_t *weights) {
    int32_t pair;
    memcpy(&pair, weights, sizeof pair);
    return _mm_set1_epi32(pair);
}

static inline __m128i weighted(__m128i sum, __m128i pairs, __m128i weights) {
    return _mm_add_epi32(sum, _mm_madd_epi16(pairs, weights));
}

static inline void weigh_16_bytes(const uint8_t *const *rows, const int16_t *weights, int taps, int shift,
                                  int16_t *output, size_t x) {
    __m128i zero = _mm_setzero_si128();
    __m128i a = _mm_set1_epi32(1 << (shift - 1)), b = a, c = a, d = a;
    for (int tap = 0; tap < taps; tap += 2) {
        __m128i pair = weight_pair(weights + tap);
        __m128i first = _mm_loadu_si128((const __m128i *)(rows[tap] + x));
        __m128i second = _mm_loadu_si128((const __m128i *)(rows[tap + 1] + x));
        __m128i low = _mm_unpacklo_epi8(first, second), high = _mm_unpackhi_epi8(first, second);
        a = weighted(a, _mm_unpacklo_epi8(low, zero), pair);
        b = weighted(b, _mm_unpackhi_epi8(low, zero), pair);
        c = weighted(c, _mm_unpacklo_epi8(high, zero), pair);
        d = weighted(d, _mm_unpackhi_epi8(high, zero), pair);
    }
    __m128i bits = _mm_cvtsi32_si128(shift);
    _mm_storeu_si128((__m128i *)(output + x), _mm_packs_epi32(_mm_sra_epi32(a, bits), _mm_sra_epi32(b, bits)));
    _mm_storeu_si128((__m128i *)(output + x + 8), _mm_packs_epi32(_mm_sra_epi32(c, bits), _mm_sra_epi32(d, bits)));
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
    __m128i a = _mm_set1_epi32(1 << (shift - 1)), b = a;
    for (int tap = 0; tap < taps; tap += 2) {
        __m128i pair = weight_pair(weights + tap);
        __m128i first = _mm_loadu_si128((const __m128i *)(rows[tap] + x));
        __m128i second = _mm_loadu_si128((const __m128i *)(rows[tap + 1] + x));
        a = weighted(a, _mm_unpacklo_epi16(first, second), pair);
        b = weighted(b, _mm_unpackhi_epi16(first, second), pair);
    }
    __m128i bits = _mm_cvtsi32_si128(shift);
    _mm_storeu_si128((__m128i *)(output + x), _mm_packs_epi32(_mm_sra_epi32(a, bits), _mm_sra_epi32(b, bits)));
}

static void weigh_samples(const int16_t *const *rows, const int16_t *weights, int taps, int shift,
                          int16_t *output, size_t count) {
    if (count < 8) return cpixels_scalar.weigh_samples(rows, weights, taps, shift, output, count);
    for (size_t x = 0; x + 8 <= count; x += 8) weigh_8_samples(rows, weights, taps, shift, output, x);
    if (count % 8 != 0) weigh_8_samples(rows, weights, taps, shift, output, count - 8);
}

// Four partial sums of one output pixel.
static inline __m128i partial_sums(const int16_t *row, const cpixels_bank *bank, int index) {
    const int16_t *samples = row + bank->starts[index];
    const int16_t *weights = bank->weights + (size_t)index * (size_t)bank->stride;
    __m128i sum = _mm_setzero_si128();
    for (int tap = 0; tap < bank->stride; tap += 8)
        sum = weighted(sum, _mm_loadu_si128((const __m128i *)(samples + tap)),
                       _mm_loadu_si128((const __m128i *)(weights + tap)));
    return sum;
}

static inline __m128i four_sums(const int16_t *row, const cpixels_bank *bank, int index) {
    __m128i a = partial_sums(row, bank, index), b = partial_sums(row, bank, index + 1);
    __m128i c = partial_sums(row, bank, index + 2), d = partial_sums(row, bank, index + 3);
    __m128i ab = _mm_add_epi32(_mm_unpacklo_epi32(a, b), _mm_unpackhi_epi32(a, b));
    __m128i cd = _mm_add_epi32(_mm_unpacklo_epi32(c, d), _mm_unpackhi_epi32(c, d));
    return _mm_add_epi32(_mm_unpacklo_epi64(ab, cd), _mm_unpackhi_epi64(ab, cd));
}

static inline __m128i eight_samples(const int16_t *row, const cpixels_bank *bank, int index) {
    __m128i half = _mm_set1_epi32(1 << (bank->shift - 1)), bits = _mm_cvtsi32_si128(bank->shift);
    __m128i low = _mm_sra_epi32(_mm_add_epi32(four_sums(row, bank, index), half), bits);
    __m128i high = _mm_sra_epi32(_mm_add_epi32(four_sums(row, bank, index + 4), half), bits);
    return _mm_packs_epi32(low, high);
}

static void weigh_gray(const int16_t *row, const cpixels_bank *bank, uint8_t *output) {
    int index = 0;
    for (; index + 8 <= bank->count; index += 8) {
        __m128i samples = eight_samples(row, bank, index);
        _mm_storel_epi64((__m128i *)(output + index), _mm_packus_epi16(samples, samples));
    }
    cpixels_bank rest = cpixels_bank_from(index, bank);
    cpixels_scalar.weigh_gray(row, &rest, output + index);
}

static void weigh_gray_samples(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    int index = 0;
    for (; index + 8 <= bank->count; index += 8)
        _mm_storeu_si128((__m128i *)(output + index), eight_samples(row, bank, index));
    cpixels_bank rest = cpixels_bank_from(index, bank);
    cpixels_scalar.weigh_gray_samples(row, &rest, output + index);
}

// The sums of up to four interleaved channels of one output pixel.
static inline __m128i channel_sums(const int16_t *row, const cpixels_bank *bank, int index, int channels) {
    const int16_t *samples = row + (size_t)bank->starts[index] * (size_t)channels;
    const int16_t *weights = bank->weights + (size_t)index * (size_t)bank->stride;
    __m128i sum = _mm_set1_epi32(1 << (bank->shift - 1));
    for (int tap = 0; tap < bank->taps; tap += 2, samples += 2 * channels) {
        __m128i pixels = _mm_unpacklo_epi16(_mm_loadl_epi64((const __m128i *)samples),
                                            _mm_loadl_epi64((const __m128i *)(samples + channels)));
        sum = weighted(sum, pixels, weight_pair(weights + tap));
    }
    return _mm_sra_epi32(sum, _mm_cvtsi32_si128(bank->shift));
}

static void weigh_rgb(const int16_t *row, const cpixels_bank *bank, uint8_t *output) {
    for (int index = 0; index < bank->count; index++) {
        __m128i sums = channel_sums(row, bank, index, 3);
        __m128i samples = _mm_packs_epi32(sums, sums);
        int32_t bytes = _mm_cvtsi128_si32(_mm_packus_epi16(samples, samples));
        memcpy(output + 3 * index, &bytes, 3);
    }
}

static void weigh_rgb_samples(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    for (int index = 0; index < bank->count; index++) {
        __m128i sums = channel_sums(row, bank, index, 3);
        long long samples = _mm_cvtsi128_si64(_mm_packs_epi32(sums, sums));
        memcpy(output + 3 * index, &samples, 3 * sizeof *output);
    }
}

static void weigh_rgba(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    for (int index = 0; index < bank->count; index++) {
        __m128i sums = channel_sums(row, bank, index, 4);
        _mm_storel_epi64((__m128i *)(output + 4 * index), _mm_packs_epi32(sums, sums));
    }
}

// Each round interleaves the rows of the upper half with those of the lower one; after four a row is a column.
void cpixels_sse2_transpose(const uint8_t *source, ptrdiff_t source_stride, uint8_t *target, ptrdiff_t target_stride) {
    __m128i squares[2][16];
    for (int row = 0; row < 16; row++) {
        squares[0][row] = _mm_loadu_si128((const __m128i *)(source + row * source_stride));
        cpixels_prefetch_square(target, target_stride, row);
    }
    for (int round = 0; round < 4; round++) {
        const __m128i *from = squares[round % 2];
        __m128i *to = squares[1 - round % 2];
        for (int row = 0; row < 8; row++) {
            to[2 * row] = _mm_unpacklo_epi8(from[row], from[row + 8]);
            to[2 * row + 1] = _mm_unpackhi_epi8(from[row], from[row + 8]);
        }
    }
    for (int row = 0; row < 16; row++)
        _mm_storeu_si128((__m128i *)(target + row * target_stride), squares[0][row]);
}

const cpixels_kernels cpixels_sse2 = {
    weigh_bytes, weigh_bytes_twice, weigh_samples, weigh_gray, weigh_rgb, weigh_rgba, weigh_gray_samples, weigh_rgb_samples,
    cpixels_scalar_halve, cpixels_scalar_join_ycc, cpixels_scalar_premultiply, cpixels_scalar_unpremultiply,
    cpixels_scalar_unweigh, cpixels_scalar_sharpen, cpixels_sse2_unfilter, cpixels_scalar_sample_gray,
    cpixels_scalar_sample_rgba, cpixels_sse2_sample_cubic, cpixels_sse2_transpose,
};
#endif
