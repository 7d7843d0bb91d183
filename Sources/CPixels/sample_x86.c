#if defined(__x86_64__)
#include "kernels.h"
#include "sample.h"

#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2,bmi2")))
#define INLINE __attribute__((always_inline)) static inline

INLINE int32_t word(const void *bytes) {
    int32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

// Three channels of a sum of 20 fractional bits, and 255.
INLINE void store_levels(__m128i sum, uint8_t *output, int channels) {
    __m128i levels = _mm_srai_epi32(_mm_add_epi32(sum, _mm_set1_epi32(1 << 19)), 20);
    levels = _mm_packs_epi32(levels, levels);
    int32_t bytes = _mm_cvtsi128_si32(_mm_packus_epi16(levels, levels)) | (int32_t)0xff000000;
    if (channels == 4) memcpy(output, &bytes, 4);
    else memcpy(output, &bytes, 3);
}

// Two pixels, channel by channel, in lanes of 16 bits.
INLINE __m128i pair(const uint8_t *pixels) {
    __m128i bytes = _mm_unpacklo_epi8(_mm_cvtsi32_si128(word(pixels)), _mm_cvtsi32_si128(word(pixels + 3)));
    return _mm_unpacklo_epi8(bytes, _mm_setzero_si128());
}

INLINE __m128i line(const uint8_t *pixels, __m128i left, __m128i right) {
    __m128i sum = _mm_add_epi32(_mm_madd_epi16(pair(pixels), left), _mm_madd_epi16(pair(pixels + 6), right));
    return _mm_srai_epi32(_mm_add_epi32(sum, _mm_set1_epi32(1 << 7)), 8);
}

// Two lines weighed by two weights.
INLINE __m128i two_lines(const uint8_t *pixels, ptrdiff_t stride, __m128i left, __m128i right, const int16_t *down) {
    __m128i lines = _mm_packs_epi32(line(pixels, left, right), line(pixels + stride, left, right));
    lines = _mm_unpacklo_epi16(lines, _mm_srli_si128(lines, 8));
    return _mm_madd_epi16(lines, _mm_set1_epi32(word(down)));
}

void cpixels_sse2_sample_cubic(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                               size_t count) {
    for (size_t index = 0; index < count; index++, output += channels) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 3);
        __m128i left = _mm_set1_epi32(word(sample.across)), right = _mm_set1_epi32(word(sample.across + 2));
        __m128i upper = two_lines(sample.first, path->stride, left, right, sample.down);
        __m128i lower = two_lines(sample.first + 2 * path->stride, path->stride, left, right, sample.down + 2);
        store_levels(_mm_add_epi32(upper, lower), output, channels);
    }
}

// Two lines at once: sums of six fractional bits in lanes of 32.
AVX2 INLINE __m256i lines(const uint8_t *one, const uint8_t *other, __m256i left, __m256i right) {
    const __m256i first = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1));
    const __m256i second = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(6, -1, 9, -1, 7, -1, 10, -1, 8, -1, 11, -1, -1, -1, -1, -1));
    __m256i pixels = _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)one)),
                                             _mm_loadu_si128((const __m128i *)other), 1);
    __m256i sum = _mm256_add_epi32(_mm256_madd_epi16(_mm256_shuffle_epi8(pixels, first), left),
                                   _mm256_madd_epi16(_mm256_shuffle_epi8(pixels, second), right));
    return _mm256_srai_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(1 << 7)), 8);
}

AVX2 void cpixels_avx2_sample_cubic(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                                    size_t count) {
    const __m256i spread = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
    const ptrdiff_t stride = path->stride;
    for (size_t index = 0; index < count; index++, output += channels) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 3);
        __m256i left = _mm256_set1_epi32(word(sample.across)), right = _mm256_set1_epi32(word(sample.across + 2));
        __m256i even = lines(sample.first, sample.first + 2 * stride, left, right);
        __m256i odd = lines(sample.first + stride, sample.first + 3 * stride, left, right);
        // The first two lines in the lower half, the others in the upper one.
        __m256i four = _mm256_packs_epi32(even, odd);
        four = _mm256_unpacklo_epi16(four, _mm256_srli_si256(four, 8));
        long long down;
        memcpy(&down, sample.down, sizeof down);
        __m256i sums = _mm256_madd_epi16(four, _mm256_permutevar8x32_epi32(_mm256_set1_epi64x(down), spread));
        store_levels(_mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1)), output, channels);
    }
}

INLINE __m128i four_weights(const int16_t *weights) {
    return _mm_loadl_epi64((const __m128i *)weights);
}

AVX2 void cpixels_avx2_sample_gray(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels,
                                   size_t count) {
    const ptrdiff_t stride = path->stride;
    for (size_t index = 0; index < count; index++, output += channels) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 1);
        const uint8_t *first = sample.first, *third = first + 2 * stride;
        __m128i bytes = _mm_setr_epi32(word(first), word(first + stride), word(third), word(third + stride));
        __m256i pairs = _mm256_madd_epi16(_mm256_cvtepu8_epi16(bytes),
                                          _mm256_broadcastq_epi64(four_weights(sample.across)));
        __m128i lines = _mm_hadd_epi32(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
        lines = _mm_srai_epi32(_mm_add_epi32(lines, _mm_set1_epi32(1 << 7)), 8);
        __m128i sums = _mm_madd_epi16(_mm_packs_epi32(lines, lines), four_weights(sample.down));
        int32_t sum = _mm_cvtsi128_si32(sums) + _mm_extract_epi32(sums, 1);
        cpixels_store_gray(cpixels_clamped_byte((sum + (1 << 19)) >> 20), output, channels);
    }
}

// Four pixels with colours weighted by opacity, as `cpixels_premultiply` makes them: two in each half.
AVX2 INLINE __m256i premultiplied(const uint8_t *pixels) {
    const __m256i alphas = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(6, 7, 6, 7, 6, 7, -1, -1, 14, 15, 14, 15, 14, 15, -1, -1));
    __m256i samples = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)pixels));
    // Opacity itself is weighted by one.
    __m256i factors = _mm256_or_si256(_mm256_shuffle_epi8(samples, alphas), _mm256_set1_epi64x(255LL << 48));
    __m256i products = _mm256_mullo_epi16(samples, factors), scale = _mm256_set1_epi16(16448);
    __m256i halves = _mm256_srli_epi16(_mm256_mullo_epi16(products, scale), 15);
    return _mm256_add_epi16(_mm256_mulhi_epu16(products, scale), halves);
}

// The line of four pixels weighed by pairs of weights, in lanes of 32 bits.
AVX2 INLINE __m128i rgba_line(const uint8_t *pixels, __m256i across) {
    const __m256i order = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15));
    __m256i pairs = _mm256_madd_epi16(_mm256_shuffle_epi8(premultiplied(pixels), order), across);
    __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
    return _mm_srai_epi32(_mm_add_epi32(sum, _mm_set1_epi32(1 << 13)), 14);
}

// Two lines weighed by two weights.
AVX2 INLINE __m128i two_rgba_lines(const uint8_t *pixels, ptrdiff_t stride, __m256i across, const int16_t *down) {
    __m128i lines = _mm_packs_epi32(rgba_line(pixels, across), rgba_line(pixels + stride, across));
    lines = _mm_unpacklo_epi16(lines, _mm_srli_si128(lines, 8));
    return _mm_madd_epi16(lines, _mm_set1_epi32(word(down)));
}

AVX2 void cpixels_avx2_sample_rgba(const cpixels_path *path, const int16_t *weights, uint8_t *output, size_t count) {
    const __m256i spread = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
    const ptrdiff_t stride = path->stride;
    for (size_t index = 0; index < count; index++, output += 4) {
        cpixels_sample sample = cpixels_sample_at(path, weights, index, 4);
        __m256i across = _mm256_permutevar8x32_epi32(_mm256_castsi128_si256(four_weights(sample.across)), spread);
        __m128i upper = two_rgba_lines(sample.first, stride, across, sample.down);
        __m128i lower = two_rgba_lines(sample.first + 2 * stride, stride, across, sample.down + 2);
        __m128i sum = _mm_add_epi32(upper, lower);
        if (_mm_extract_epi32(sum, 3) == 255 << 20) {
            store_levels(sum, output, 4);
        } else {
            int32_t sums[4];
            memcpy(sums, &sum, sizeof sums);
            cpixels_store_rgba(sums, output);
        }
    }
}
#endif
