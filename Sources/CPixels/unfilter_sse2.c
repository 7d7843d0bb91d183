#if defined(__x86_64__)
#include "kernels.h"
#include "unfilter.h"

#include <emmintrin.h>
#include <string.h>

#define INLINE __attribute__((always_inline)) static inline

INLINE __m128i load_pixel(const uint8_t *bytes, size_t pixel) {
    int32_t value = 0;
    memcpy(&value, bytes, pixel);
    return _mm_cvtsi32_si128(value);
}

INLINE void store_pixel(uint8_t *bytes, __m128i value, size_t pixel) {
    int32_t word = _mm_cvtsi128_si32(value);
    memcpy(bytes, &word, pixel);
}

static void add_above(uint8_t *restrict row, const uint8_t *restrict above, size_t count) {
    size_t index = 0;
    for (; index + 16 <= count; index += 16) {
        __m128i sum = _mm_add_epi8(_mm_loadu_si128((const __m128i *)(row + index)),
                                   _mm_loadu_si128((const __m128i *)(above + index)));
        _mm_storeu_si128((__m128i *)(row + index), sum);
    }
    for (; index < count; index++) row[index] = (uint8_t)(row[index] + above[index]);
}

// Four pixels of four bytes at a time: sums of neighbours, then of neighbours' neighbours, then those of all before.
static void add_left_4(uint8_t *row, size_t count) {
    __m128i last = _mm_setzero_si128();
    size_t index = 0;
    for (; index + 16 <= count; index += 16) {
        __m128i sum = _mm_loadu_si128((const __m128i *)(row + index));
        sum = _mm_add_epi8(sum, _mm_slli_si128(sum, 4));
        sum = _mm_add_epi8(sum, _mm_slli_si128(sum, 8));
        sum = _mm_add_epi8(sum, last);
        _mm_storeu_si128((__m128i *)(row + index), sum);
        last = _mm_shuffle_epi32(sum, 0xff);
    }
    cpixels_unfilter_from(index, FILTER_SUB, row, row, count, 4);
}

INLINE void add_left(uint8_t *row, size_t count, size_t pixel) {
    __m128i left = _mm_setzero_si128();
    for (size_t index = 0; index < count; index += pixel) {
        left = _mm_add_epi8(left, load_pixel(row + index, pixel));
        store_pixel(row + index, left, pixel);
    }
}

// The instruction's mean is rounded up, PNG's is rounded down.
INLINE void add_average(uint8_t *row, const uint8_t *above, size_t count, size_t pixel) {
    const __m128i one = _mm_set1_epi8(1);
    __m128i left = _mm_setzero_si128();
    for (size_t index = 0; index < count; index += pixel) {
        __m128i up = load_pixel(above + index, pixel);
        __m128i mean = _mm_sub_epi8(_mm_avg_epu8(left, up), _mm_and_si128(_mm_xor_si128(left, up), one));
        left = _mm_add_epi8(mean, load_pixel(row + index, pixel));
        store_pixel(row + index, left, pixel);
    }
}

INLINE __m128i magnitude(__m128i values) {
    return _mm_max_epi16(values, _mm_sub_epi16(_mm_setzero_si128(), values));
}

INLINE __m128i selected(__m128i mask, __m128i one, __m128i other) {
    return _mm_or_si128(_mm_and_si128(mask, one), _mm_andnot_si128(mask, other));
}

// In lanes of 16 bits.
INLINE void add_paeth(uint8_t *row, const uint8_t *above, size_t count, size_t pixel) {
    const __m128i zero = _mm_setzero_si128();
    __m128i left = zero, corner = zero;
    for (size_t index = 0; index < count; index += pixel) {
        __m128i up = _mm_unpacklo_epi8(load_pixel(above + index, pixel), zero);
        __m128i across = _mm_sub_epi16(up, corner), down = _mm_sub_epi16(left, corner);
        __m128i both = magnitude(_mm_add_epi16(across, down));
        across = magnitude(across);
        down = magnitude(down);
        __m128i least = _mm_min_epi16(both, _mm_min_epi16(across, down));
        __m128i nearest = selected(_mm_cmpeq_epi16(least, down), up, corner);
        nearest = selected(_mm_cmpeq_epi16(least, across), left, nearest);
        __m128i value = _mm_unpacklo_epi8(load_pixel(row + index, pixel), zero);
        left = _mm_and_si128(_mm_add_epi16(value, nearest), _mm_set1_epi16(255));
        store_pixel(row + index, _mm_packus_epi16(left, left), pixel);
        corner = up;
    }
}

INLINE void unfilter_pixels(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel) {
    switch (filter) {
    case FILTER_SUB: return add_left(row, count, pixel);
    case FILTER_AVERAGE: return add_average(row, above, count, pixel);
    case FILTER_PAETH: return add_paeth(row, above, count, pixel);
    }
}

void cpixels_sse2_unfilter(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel) {
    if (filter == FILTER_UP) return add_above(row, above, count);
    if (filter == FILTER_SUB && pixel == 4) return add_left_4(row, count);
    // With a constant size of pixels the copies of them are single moves.
    switch (pixel) {
    case 1: return unfilter_pixels(filter, row, above, count, 1);
    case 3: return unfilter_pixels(filter, row, above, count, 3);
    case 4: return unfilter_pixels(filter, row, above, count, 4);
    default: return cpixels_unfilter_from(0, filter, row, above, count, pixel);
    }
}
#endif
