#if defined(__x86_64__)
#include "kernels.h"

#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2,bmi2")))
#define INLINE __attribute__((always_inline)) static inline

// Two weights as every pair of 16-bit lanes.
AVX2 static inline __m256i weight_pair(const int16_t *weights) {
    int32_t pair;
    memcpy(&pair, weights, sizeof pair);
    return _mm256_set1_epi32(pair);
}

AVX2 static inline __m256i weighted(__m256i sum, __m256i pairs, __m256i weights) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, weights));
}

// Thirty-two lanes of 32 bits: 0...3 and 16...19, 4...7 and 20...23, and so on, as bytes come when they are widened.
typedef struct {
    __m256i quarters[4];
} wide_lanes;

// Each lane holds a byte of either row.
AVX2 INLINE wide_lanes load_byte_pairs(const uint8_t *first_row, const uint8_t *second_row) {
    __m256i zero = _mm256_setzero_si256();
    __m256i first = _mm256_loadu_si256((const __m256i *)first_row);
    __m256i second = _mm256_loadu_si256((const __m256i *)second_row);
    __m256i low = _mm256_unpacklo_epi8(first, second), high = _mm256_unpackhi_epi8(first, second);
    return (wide_lanes){{_mm256_unpacklo_epi8(low, zero), _mm256_unpackhi_epi8(low, zero),
                         _mm256_unpacklo_epi8(high, zero), _mm256_unpackhi_epi8(high, zero)}};
}

AVX2 INLINE wide_lanes begun_sums(int shift) {
    __m256i half = _mm256_set1_epi32(1 << (shift - 1));
    return (wide_lanes){{half, half, half, half}};
}

AVX2 INLINE void add_weighted(wide_lanes *sums, wide_lanes pairs, __m256i weights) {
    for (int quarter = 0; quarter < 4; quarter++)
        sums->quarters[quarter] = weighted(sums->quarters[quarter], pairs.quarters[quarter], weights);
}

AVX2 INLINE void store_sums(wide_lanes sums, int shift, int16_t *output) {
    __m128i bits = _mm_cvtsi32_si128(shift);
    __m256i even = _mm256_packs_epi32(_mm256_sra_epi32(sums.quarters[0], bits), _mm256_sra_epi32(sums.quarters[1], bits));
    __m256i odd = _mm256_packs_epi32(_mm256_sra_epi32(sums.quarters[2], bits), _mm256_sra_epi32(sums.quarters[3], bits));
    _mm256_storeu_si256((__m256i *)output, _mm256_permute2x128_si256(even, odd, 0x20));
    _mm256_storeu_si256((__m256i *)(output + 16), _mm256_permute2x128_si256(even, odd, 0x31));
}

AVX2 static inline void weigh_32_bytes(const uint8_t *const *rows, const int16_t *weights, int taps, int shift,
                                       int16_t *output, size_t x) {
    wide_lanes sums = begun_sums(shift);
    for (int tap = 0; tap < taps; tap += 2)
        add_weighted(&sums, load_byte_pairs(rows[tap] + x, rows[tap + 1] + x), weight_pair(weights + tap));
    store_sums(sums, shift, output + x);
}

AVX2 static void weigh_bytes(const uint8_t *const *rows, const int16_t *weights, int taps, int shift,
                             int16_t *output, size_t count) {
    if (count < 32) return cpixels_scalar.weigh_bytes(rows, weights, taps, shift, output, count);
    for (size_t x = 0; x + 32 <= count; x += 32) weigh_32_bytes(rows, weights, taps, shift, output, x);
    // The last samples once more with those before them.
    if (count % 32 != 0) weigh_32_bytes(rows, weights, taps, shift, output, count - 32);
}

AVX2 static inline void weigh_32_bytes_twice(const uint8_t *const *rows, const int16_t *first, const int16_t *second,
                                             int taps, int shift, int16_t *output, int16_t *second_output, size_t x) {
    wide_lanes sums = begun_sums(shift), second_sums = sums;
    for (int tap = 0; tap < taps; tap += 2) {
        wide_lanes pairs = load_byte_pairs(rows[tap] + x, rows[tap + 1] + x);
        add_weighted(&sums, pairs, weight_pair(first + tap));
        add_weighted(&second_sums, pairs, weight_pair(second + tap));
    }
    store_sums(sums, shift, output + x);
    store_sums(second_sums, shift, second_output + x);
}

// Both sets of weights with zeros for the rows that are the other's alone: each byte is read and widened once.
AVX2 static void weigh_bytes_twice(const uint8_t *const *rows, const int16_t *first, const int16_t *second, int lag, int taps,
                                   int shift, int16_t *output, int16_t *second_output, size_t count) {
    enum { MOST_ROWS = 256 };
    if (count < 32 || lag + taps >= MOST_ROWS) {
        weigh_bytes(rows, first, taps, shift, output, count);
        return weigh_bytes(rows + lag, second, taps, shift, second_output, count);
    }
    int16_t weights[2][MOST_ROWS] = {{0}};
    memcpy(weights[0], first, (size_t)taps * sizeof *first);
    memcpy(weights[1] + lag, second, (size_t)taps * sizeof *second);
    size_t x = 0;
    for (; x + 32 <= count; x += 32)
        weigh_32_bytes_twice(rows, weights[0], weights[1], lag + taps, shift, output, second_output, x);
    // The last samples once more with those before them.
    if (x < count)
        weigh_32_bytes_twice(rows, weights[0], weights[1], lag + taps, shift, output, second_output, count - 32);
}

// Some times sixteen sums from samples: the more, the longer the stretch of each row that is read at once.
AVX2 INLINE void weigh_vectors(const int16_t *const *rows, const int16_t *weights, int taps, int shift, int16_t *output,
                               size_t x, int vectors) {
    __m256i low[4], high[4];
    for (int vector = 0; vector < vectors; vector++) low[vector] = high[vector] = _mm256_set1_epi32(1 << (shift - 1));
    for (int tap = 0; tap < taps; tap += 2) {
        __m256i pair = weight_pair(weights + tap);
        const __m256i *first = (const __m256i *)(rows[tap] + x), *second = (const __m256i *)(rows[tap + 1] + x);
        for (int vector = 0; vector < vectors; vector++) {
            __m256i one = _mm256_loadu_si256(first + vector), other = _mm256_loadu_si256(second + vector);
            low[vector] = weighted(low[vector], _mm256_unpacklo_epi16(one, other), pair);
            high[vector] = weighted(high[vector], _mm256_unpackhi_epi16(one, other), pair);
        }
    }
    __m128i bits = _mm_cvtsi32_si128(shift);
    for (int vector = 0; vector < vectors; vector++) {
        __m256i result = _mm256_packs_epi32(_mm256_sra_epi32(low[vector], bits), _mm256_sra_epi32(high[vector], bits));
        _mm256_storeu_si256((__m256i *)(output + x) + vector, result);
    }
}

AVX2 static void weigh_samples(const int16_t *const *rows, const int16_t *weights, int taps, int shift,
                               int16_t *output, size_t count) {
    if (count < 16) return cpixels_scalar.weigh_samples(rows, weights, taps, shift, output, count);
    size_t x = 0;
    for (; x + 64 <= count; x += 64) weigh_vectors(rows, weights, taps, shift, output, x, 4);
    for (; x + 16 <= count; x += 16) weigh_vectors(rows, weights, taps, shift, output, x, 1);
    // The last samples once more with those before them.
    if (x < count) weigh_vectors(rows, weights, taps, shift, output, count - 16, 1);
}

// Eight partial sums of one output pixel, from `blocks` times eight weights.
AVX2 INLINE __m256i partial_sums(const int16_t *samples, const int16_t *weights, int blocks) {
    __m256i sum = _mm256_setzero_si256();
    for (int block = 0; block + 2 <= blocks; block += 2)
        sum = weighted(sum, _mm256_loadu_si256((const __m256i *)(samples + 8 * block)),
                       _mm256_loadu_si256((const __m256i *)(weights + 8 * block)));
    if (blocks % 2 == 0) return sum;
    __m128i rest = _mm_madd_epi16(_mm_loadu_si128((const __m128i *)(samples + 8 * blocks - 8)),
                                  _mm_loadu_si128((const __m128i *)(weights + 8 * blocks - 8)));
    return _mm256_add_epi32(sum, _mm256_zextsi128_si256(rest));
}

AVX2 INLINE __m128i four_sums(const int16_t *row, const int32_t *starts, const int16_t *weights, int blocks) {
    __m256i a = partial_sums(row + starts[0], weights, blocks);
    __m256i b = partial_sums(row + starts[1], weights + 8 * blocks, blocks);
    __m256i c = partial_sums(row + starts[2], weights + 16 * blocks, blocks);
    __m256i d = partial_sums(row + starts[3], weights + 24 * blocks, blocks);
    __m256i all = _mm256_hadd_epi32(_mm256_hadd_epi32(a, b), _mm256_hadd_epi32(c, d));
    return _mm_add_epi32(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
}

// Two output pixels of eight weights each, side by side.
AVX2 INLINE __m256i two_products(const int16_t *row, const int32_t *starts, const int16_t *weights) {
    __m256i samples = _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)(row + starts[0]))),
        _mm_loadu_si128((const __m128i *)(row + starts[1])), 1);
    return _mm256_madd_epi16(samples, _mm256_loadu_si256((const __m256i *)weights));
}

// Eight sums of eight weights each: the even pixels in the lower lane, the odd ones in the upper.
AVX2 INLINE __m256i eight_sums(const int16_t *row, const int32_t *starts, const int16_t *weights) {
    __m256i a = two_products(row, starts, weights), b = two_products(row, starts + 2, weights + 16);
    __m256i c = two_products(row, starts + 4, weights + 32), d = two_products(row, starts + 6, weights + 48);
    return _mm256_hadd_epi32(_mm256_hadd_epi32(a, b), _mm256_hadd_epi32(c, d));
}

// With a constant number of blocks the loops over them vanish. One of the outputs is NULL.
AVX2 INLINE int weigh_blocks(const int16_t *row, const cpixels_bank *bank, uint8_t *bytes, int16_t *output,
                             int blocks) {
    const __m128i half = _mm_set1_epi32(1 << (bank->shift - 1)), bits = _mm_cvtsi32_si128(bank->shift);
    const int32_t *starts = bank->starts;
    const int16_t *weights = bank->weights;
    int index = 0;
    for (int count = bank->count; index + 8 <= count; index += 8, starts += 8, weights += 64 * blocks) {
        __m128i low, high;
        if (blocks == 1) {
            __m256i sums = eight_sums(row, starts, weights);
            __m128i even = _mm256_castsi256_si128(sums), odd = _mm256_extracti128_si256(sums, 1);
            low = _mm_unpacklo_epi32(even, odd);
            high = _mm_unpackhi_epi32(even, odd);
        } else {
            low = four_sums(row, starts, weights, blocks);
            high = four_sums(row, starts + 4, weights + 32 * blocks, blocks);
        }
        __m128i samples = _mm_packs_epi32(_mm_sra_epi32(_mm_add_epi32(low, half), bits),
                                          _mm_sra_epi32(_mm_add_epi32(high, half), bits));
        if (output != NULL) _mm_storeu_si128((__m128i *)(output + index), samples);
        else _mm_storel_epi64((__m128i *)(bytes + index), _mm_packus_epi16(samples, samples));
    }
    return index;
}

AVX2 INLINE int weigh_eights(const int16_t *row, const cpixels_bank *bank, uint8_t *bytes, int16_t *output) {
    switch (bank->stride / 8) {
    case 1: return weigh_blocks(row, bank, bytes, output, 1);
    case 2: return weigh_blocks(row, bank, bytes, output, 2);
    case 3: return weigh_blocks(row, bank, bytes, output, 3);
    case 4: return weigh_blocks(row, bank, bytes, output, 4);
    default: return weigh_blocks(row, bank, bytes, output, bank->stride / 8);
    }
}

AVX2 static void weigh_gray(const int16_t *row, const cpixels_bank *bank, uint8_t *output) {
    int done = weigh_eights(row, bank, output, NULL);
    cpixels_bank rest = cpixels_bank_from(done, bank);
    cpixels_scalar.weigh_gray(row, &rest, output + done);
}

AVX2 static void weigh_gray_samples(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    int done = weigh_eights(row, bank, NULL, output);
    cpixels_bank rest = cpixels_bank_from(done, bank);
    cpixels_scalar.weigh_gray_samples(row, &rest, output + done);
}

// The sums of up to four interleaved channels of one output pixel.
AVX2 static inline __m128i channel_sums(const int16_t *row, const cpixels_bank *bank, int index, int channels,
                                        __m256i order) {
    const int16_t *samples = row + (size_t)bank->starts[index] * (size_t)channels;
    const int16_t *weights = bank->weights + (size_t)index * (size_t)bank->stride;
    const __m256i spread = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
    __m256i sum = _mm256_setzero_si256();
    for (int tap = 0; tap < bank->taps; tap += 4, samples += 4 * channels) {
        long long four;
        memcpy(&four, weights + tap, sizeof four);
        __m256i pairs = _mm256_permutevar8x32_epi32(_mm256_set1_epi64x(four), spread);
        __m256i pixels = _mm256_inserti128_si256(
            _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)samples)),
            _mm_loadu_si128((const __m128i *)(samples + 2 * channels)), 1);
        sum = weighted(sum, _mm256_shuffle_epi8(pixels, order), pairs);
    }
    __m128i all = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    all = _mm_add_epi32(all, _mm_set1_epi32(1 << (bank->shift - 1)));
    return _mm_sra_epi32(all, _mm_cvtsi32_si128(bank->shift));
}

// Two neighbours of each channel side by side.
AVX2 INLINE __m256i rgb_order(void) {
    return _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 6, 7, 2, 3, 8, 9, 4, 5, 10, 11, -1, -1, -1, -1));
}

AVX2 static void weigh_rgb_samples(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    const __m256i order = rgb_order();
    for (int index = 0; index < bank->count; index++) {
        __m128i sums = channel_sums(row, bank, index, 3, order);
        long long samples = _mm_cvtsi128_si64(_mm_packs_epi32(sums, sums));
        memcpy(output + 3 * index, &samples, 3 * sizeof *output);
    }
}

AVX2 static void weigh_rgb(const int16_t *row, const cpixels_bank *bank, uint8_t *output) {
    const __m256i order = rgb_order();
    for (int index = 0; index < bank->count; index++) {
        __m128i sums = channel_sums(row, bank, index, 3, order);
        __m128i samples = _mm_packs_epi32(sums, sums);
        int32_t bytes = _mm_cvtsi128_si32(_mm_packus_epi16(samples, samples));
        memcpy(output + 3 * index, &bytes, 3);
    }
}

AVX2 static void weigh_rgba(const int16_t *row, const cpixels_bank *bank, int16_t *output) {
    const __m256i order = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15));
    for (int index = 0; index < bank->count; index++) {
        __m128i sums = channel_sums(row, bank, index, 4, order);
        _mm_storel_epi64((__m128i *)(output + 4 * index), _mm_packs_epi32(sums, sums));
    }
}

AVX2 static void halve(const uint8_t *upper, const uint8_t *lower, uint8_t *output, size_t count) {
    cpixels_halve(upper, lower, output, count);
}

AVX2 static void join_ycc(const uint8_t *y, const uint8_t *cb, const uint8_t *cr, uint8_t *rgb, size_t count) {
    cpixels_join_ycc(y, cb, cr, rgb, count);
}

AVX2 static void premultiply(const uint8_t *rgba, int16_t *output, size_t pixels) {
    cpixels_premultiply(rgba, output, pixels);
}

AVX2 static void unpremultiply(const int16_t *samples, uint8_t *rgba, size_t pixels) {
    cpixels_unpremultiply(samples, rgba, pixels);
}

AVX2 static void unweigh(const int16_t *samples, int16_t *output, size_t pixels) {
    cpixels_unweigh(samples, output, pixels);
}

AVX2 static void sharpen(const uint8_t *levels, const int16_t *blurred, int amount, int threshold, uint8_t *output,
                         size_t count) {
    cpixels_sharpen(levels, blurred, amount, threshold, output, count);
}

const cpixels_kernels cpixels_avx2 = {
    weigh_bytes, weigh_bytes_twice, weigh_samples, weigh_gray, weigh_rgb, weigh_rgba, weigh_gray_samples, weigh_rgb_samples, halve,
    join_ycc, premultiply, unpremultiply, unweigh, sharpen, cpixels_sse2_unfilter, cpixels_avx2_sample_gray,
    cpixels_avx2_sample_rgba, cpixels_avx2_sample_cubic, cpixels_sse2_transpose,
};
#endif
