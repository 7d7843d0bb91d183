#ifndef CPIXELS_H
#define CPIXELS_H

// The inner loops over pixels, once for each instruction set. The scalar set is the definition: every other one gives
// the same bytes, so that a picture does not depend on the machine.

#include <stddef.h>
#include <stdint.h>

typedef enum {
    CPIXELS_SCALAR,
    CPIXELS_SSE2,
    CPIXELS_AVX2,
    CPIXELS_NEON
} cpixels_set;

// The weights of every output pixel of a row. `stride` is a multiple of 8 and at least `taps`: the weights from there on
// are zero, but the samples that they weigh are read.
typedef struct {
    const int32_t *starts;     // the first neighbour of each output pixel
    const int16_t *weights;    // `stride` weights for each output pixel
    int taps;
    int stride;
    int count;                 // output pixels
    int shift;                 // the bits that the sums have too many, at least 1
} cpixels_bank;

// As many as leave the largest sum of `sharpen` within 32 bits: 255 levels and ten times as many.
enum { CPIXELS_AMOUNT_BITS = 13, CPIXELS_MOST_AMOUNT = 10 << CPIXELS_AMOUNT_BITS };

// Places on a picture, in pixels of 16 fractional bits, and the step from each to the next one.
typedef struct {
    const uint8_t *pixels;
    ptrdiff_t stride;
    int64_t x, y;
    int64_t step_x, step_y;
} cpixels_path;

typedef struct {
    // Weighs `taps` rows of bytes sample by sample: `count` sums, rounded and shifted right by `shift`. Behind an odd
    // number of taps follow a zero weight and one more row that may be read.
    void (*weigh_bytes)(const uint8_t *const *rows, const int16_t *weights, int taps, int shift,
                        int16_t *output, size_t count);
    // The same twice over, for two rows of sums that are made of nearly the same rows: the second one of those from `lag` on.
    void (*weigh_bytes_twice)(const uint8_t *const *rows, const int16_t *first, const int16_t *second, int lag, int taps,
                              int shift, int16_t *output, int16_t *second_output, size_t count);
    // As the first for rows of 16-bit samples.
    void (*weigh_samples)(const int16_t *const *rows, const int16_t *weights, int taps, int shift,
                          int16_t *output, size_t count);
    // Weighs neighbours in a row of one, three or four interleaved channels: into bytes, and into samples.
    void (*weigh_gray)(const int16_t *row, const cpixels_bank *bank, uint8_t *output);
    void (*weigh_rgb)(const int16_t *row, const cpixels_bank *bank, uint8_t *output);
    void (*weigh_rgba)(const int16_t *row, const cpixels_bank *bank, int16_t *output);
    // The first two without rounding to bytes: fractional bits stay as in the third.
    void (*weigh_gray_samples)(const int16_t *row, const cpixels_bank *bank, int16_t *output);
    void (*weigh_rgb_samples)(const int16_t *row, const cpixels_bank *bank, int16_t *output);
    // Averages squares of four in two rows of 2 * count bytes; halves are rounded up and down in turn.
    void (*halve)(const uint8_t *upper, const uint8_t *lower, uint8_t *output, size_t count);
    // JFIF's YCbCr of full range to RGB (ITU-T T.871 clause 7).
    void (*join_ycc)(const uint8_t *y, const uint8_t *cb, const uint8_t *cr, uint8_t *rgb, size_t count);
    // RGBA bytes to colours weighted by alpha and alpha itself, all with six fractional bits.
    void (*premultiply)(const uint8_t *rgba, int16_t *output, size_t pixels);
    // The inverse; colours are cut to their alpha first, what is wholly transparent becomes zero.
    void (*unpremultiply)(const int16_t *samples, uint8_t *rgba, size_t pixels);
    // The inverse that keeps the fractional bits.
    void (*unweigh)(const int16_t *samples, int16_t *output, size_t pixels);
    // Adds to levels what they differ from their blur, times `amount`. The blur has six fractional bits and the range of
    // the levels; the amount has CPIXELS_AMOUNT_BITS and is CPIXELS_MOST_AMOUNT at most. Differences below `threshold`,
    // of six fractional bits, count as none.
    void (*sharpen)(const uint8_t *levels, const int16_t *blurred, int amount, int threshold, uint8_t *output,
                    size_t count);
    // Undoes PNG's filter 0...4 (ISO/IEC 15948 clause 9) in a row below `above`, of `count` bytes, `pixel` for each pixel.
    void (*unfilter)(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel);
    // Samples `count` places of a path on a picture of gray pixels, each from four times four: the first a pixel left of
    // the place and above it. `weights` are four for each of 256 places between two pixels, of 14 fractional bits. Writes
    // one channel, three alike, or four with 255 as the last.
    void (*sample_gray)(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels, size_t count);
    // The same on a picture of RGBA, whose colours count as much as they are opaque. Writes four channels.
    void (*sample_rgba)(const cpixels_path *path, const int16_t *weights, uint8_t *output, size_t count);
    // The same on a picture of RGB. Writes three channels or four. The two pixels right of the four are read too.
    void (*sample_cubic)(const cpixels_path *path, const int16_t *weights, uint8_t *output, int channels, size_t count);
    // Turns a square of sixteen bytes along its diagonal: what was a column of `source` becomes a row of `target`.
    // Strides may be negative.
    void (*transpose)(const uint8_t *source, ptrdiff_t source_stride, uint8_t *target, ptrdiff_t target_stride);
} cpixels_kernels;

// The kernels of a set; NULL where this machine cannot run them.
const cpixels_kernels *cpixels_kernels_of(cpixels_set set);
// The fastest set that this machine can run.
cpixels_set cpixels_best_set(void);

// What lossless WebP codes of a row, in words of alpha, red, green and blue from the highest byte down (WebP Lossless
// Bitstream Specification, section 4). Rows of RGBA with green taken from red and blue:
void cpixels_subtract_green(const uint8_t *rgba, uint32_t *argb, size_t count);
// such a row without what the predictor "select" says from the row above, the first pixel without that above it;
void cpixels_select_residuals(const uint32_t *above, const uint32_t *row, uint32_t *residuals, size_t count);
// and the first row of a picture without the pixels to the left.
void cpixels_left_residuals(const uint32_t *row, uint32_t *residuals, size_t count);

#endif
