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
        cpixels_sample sample = cpixels_sample_at(path, weights, index);
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
        cpixels_sample sample = cpixels_sample_at(path, weights, index);
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
#endif
