// Compares the fastest kernels of the machine that it runs on with the scalar ones, which are the definition, on the same
// random rows. Prints each kernel whose bytes differ; the status is how many there are.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CPixels.h"

enum { MOST_PIXELS = 300, MOST_TAPS = 36, SQUARE = 16, GUARD = 64 };

static const cpixels_kernels *sets[2];
static uint32_t state = 1;

static uint32_t random_word(void) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static int random_between(int low, int high) {
    return low + (int)(random_word() % (uint32_t)(high - low + 1));
}

static void fill_bytes(uint8_t *bytes, size_t count) {
    for (size_t index = 0; index < count; index++) bytes[index] = (uint8_t)random_word();
}

static void fill_samples(int16_t *samples, size_t count, int low, int high) {
    for (size_t index = 0; index < count; index++) samples[index] = (int16_t)random_between(low, high);
}

static int differs(const char *kernel, size_t pixels, const void *outputs, size_t byte_count) {
    const uint8_t *bytes = outputs;
    if (memcmp(bytes, bytes + byte_count, byte_count) == 0) return 0;
    printf("%s: other bytes for %zu pixels\n", kernel, pixels);
    return 1;
}

static int weigh_rows(size_t pixels) {
    static uint8_t bytes[MOST_TAPS][MOST_PIXELS];
    static int16_t samples[MOST_TAPS][MOST_PIXELS], weights[MOST_TAPS], outputs[2][MOST_PIXELS];
    static int16_t twice[2][MOST_PIXELS];
    const uint8_t *byte_rows[MOST_TAPS];
    const int16_t *sample_rows[MOST_TAPS];
    int differences = 0;
    for (int row = 0; row < MOST_TAPS; row++) {
        fill_bytes(bytes[row], MOST_PIXELS);
        fill_samples(samples[row], MOST_PIXELS, -4000, 20000);
        byte_rows[row] = bytes[row];
        sample_rows[row] = samples[row];
    }
    for (int taps = 1; taps < MOST_TAPS; taps += 1 + taps / 4) {
        fill_samples(weights, MOST_TAPS, -3000, 9000);
        weights[taps] = 0;
        for (int set = 0; set < 2; set++) {
            sets[set]->weigh_bytes(byte_rows, weights, taps, 8, outputs[set], pixels);
        }
        differences += differs("weigh_bytes", pixels, outputs, sizeof outputs[0]);
        for (int set = 0, lag = taps / 6; set < 2 && lag + taps < MOST_TAPS; set++) {
            sets[set]->weigh_bytes_twice(byte_rows, weights, weights, lag, taps, 8, outputs[set], twice[set], pixels);
        }
        differences += differs("weigh_bytes_twice", pixels, outputs, sizeof outputs[0]);
        differences += differs("weigh_bytes_twice", pixels, twice, sizeof twice[0]);
        for (int set = 0; set < 2; set++) {
            sets[set]->weigh_samples(sample_rows, weights, taps, 14, outputs[set], pixels);
        }
        differences += differs("weigh_samples", pixels, outputs, sizeof outputs[0]);
    }
    return differences;
}

static int weigh_neighbours(size_t pixels) {
    enum { STRIDE = 16, TAPS = 11 };
    static int16_t row[4 * (MOST_PIXELS + STRIDE) + GUARD], weights[MOST_PIXELS * STRIDE];
    static int32_t starts[MOST_PIXELS];
    static uint8_t bytes[2][3 * MOST_PIXELS];
    static int16_t samples[2][4 * MOST_PIXELS], grays[2][MOST_PIXELS], colors[2][3 * MOST_PIXELS];
    int differences = 0;
    fill_samples(row, sizeof row / sizeof row[0], -2000, 18000);
    fill_samples(weights, MOST_PIXELS * STRIDE, -1500, 3000);
    for (size_t index = 0; index < pixels; index++) starts[index] = random_between(0, MOST_PIXELS);
    for (size_t index = 0; index < MOST_PIXELS * STRIDE; index++)
        if (index % STRIDE >= TAPS) weights[index] = 0;
    const cpixels_bank bank = {starts, weights, TAPS, STRIDE, (int)pixels, 20};
    for (int set = 0; set < 2; set++) sets[set]->weigh_gray(row, &bank, bytes[set]);
    differences += differs("weigh_gray", pixels, bytes, sizeof bytes[0]);
    for (int set = 0; set < 2; set++) sets[set]->weigh_rgb(row, &bank, bytes[set]);
    differences += differs("weigh_rgb", pixels, bytes, sizeof bytes[0]);
    for (int set = 0; set < 2; set++) sets[set]->weigh_gray_samples(row, &bank, grays[set]);
    differences += differs("weigh_gray_samples", pixels, grays, sizeof grays[0]);
    for (int set = 0; set < 2; set++) sets[set]->weigh_rgb_samples(row, &bank, colors[set]);
    differences += differs("weigh_rgb_samples", pixels, colors, sizeof colors[0]);
    for (int set = 0; set < 2; set++) sets[set]->weigh_rgba(row, &bank, samples[set]);
    return differences + differs("weigh_rgba", pixels, samples, sizeof samples[0]);
}

static int convert(size_t pixels) {
    static uint8_t source[4 * MOST_PIXELS], bytes[2][4 * MOST_PIXELS];
    static int16_t colors[4 * MOST_PIXELS], samples[2][4 * MOST_PIXELS];
    const uint8_t *second = source + MOST_PIXELS, *third = second + MOST_PIXELS;
    int differences = 0;
    fill_bytes(source, sizeof source);
    fill_samples(colors, 4 * MOST_PIXELS, -500, 17000);
    for (int set = 0; set < 2; set++) sets[set]->halve(source, source + 2 * MOST_PIXELS, bytes[set], pixels);
    differences += differs("halve", pixels, bytes, sizeof bytes[0]);
    for (int set = 0; set < 2; set++) sets[set]->join_ycc(source, second, third, bytes[set], pixels);
    differences += differs("join_ycc", pixels, bytes, sizeof bytes[0]);
    for (int set = 0; set < 2; set++) sets[set]->premultiply(source, samples[set], pixels);
    differences += differs("premultiply", pixels, samples, sizeof samples[0]);
    for (int set = 0; set < 2; set++) sets[set]->unweigh(colors, samples[set], pixels);
    differences += differs("unweigh", pixels, samples, sizeof samples[0]);
    for (int set = 0; set < 2; set++) {
        sets[set]->sharpen(source, colors, CPIXELS_MOST_AMOUNT, 100, bytes[set], 4 * pixels);
    }
    differences += differs("sharpen", pixels, bytes, sizeof bytes[0]);
    for (int set = 0; set < 2; set++) sets[set]->unpremultiply(colors, bytes[set], pixels);
    return differences + differs("unpremultiply", pixels, bytes, sizeof bytes[0]);
}

static int unfilter(size_t pixels) {
    static uint8_t above[4 * MOST_PIXELS], rows[2][4 * MOST_PIXELS + GUARD];
    int differences = 0;
    for (int filter = 0; filter <= 4; filter++) {
        for (size_t pixel = 1; pixel <= 4; pixel++) {
            fill_bytes(above, sizeof above);
            fill_bytes(rows[0], sizeof rows[0]);
            memcpy(rows[1], rows[0], sizeof rows[0]);
            for (int set = 0; set < 2; set++) {
                sets[set]->unfilter(filter, rows[set], above, pixels * pixel, pixel);
            }
            differences += differs("unfilter", pixels, rows, sizeof rows[0]);
        }
    }
    return differences;
}

static int sample(size_t pixels) {
    enum { SIDE = 400 };
    static uint8_t picture[4 * SIDE * SIDE], bytes[2][4 * MOST_PIXELS], grays[2][4 * MOST_PIXELS];
    static uint8_t colors[2][4 * MOST_PIXELS];
    static int16_t weights[4 * 256];
    static const int64_t steps[][2] = {{65536, 0}, {60000, 26000}, {1000, 70000}};
    int differences = 0;
    fill_bytes(picture, sizeof picture);
    fill_samples(weights, 4 * 256, -2000, 9000);
    for (size_t step = 0; step < sizeof steps / sizeof steps[0]; step++) {
        cpixels_path path = {picture, SIDE, 2 << 16, 3 << 16, steps[step][0], steps[step][1]};
        for (int channels = 1; channels <= 4; channels += channels == 1 ? 2 : 1) {
            for (int set = 0; set < 2; set++) sets[set]->sample_gray(&path, weights, grays[set], channels, pixels);
            differences += differs("sample_gray", pixels, grays, sizeof grays[0]);
        }
        path.stride = 4 * SIDE;
        for (int set = 0; set < 2; set++) sets[set]->sample_rgba(&path, weights, colors[set], pixels);
        differences += differs("sample_rgba", pixels, colors, sizeof colors[0]);
        path.stride = 3 * SIDE;
        for (int channels = 3; channels <= 4; channels++) {
            for (int set = 0; set < 2; set++) {
                sets[set]->sample_cubic(&path, weights, bytes[set], channels, pixels);
            }
            differences += differs("sample_cubic", pixels, bytes, sizeof bytes[0]);
        }
    }
    return differences;
}

static int transpose(void) {
    static uint8_t square[SQUARE * 40], turned[2][SQUARE * 50];
    static const ptrdiff_t strides[][2] = {{16, 16}, {40, -50}, {-33, 48}};
    int differences = 0;
    fill_bytes(square, sizeof square);
    for (int pair = 0; pair < 3; pair++) {
        ptrdiff_t from = strides[pair][0], to = strides[pair][1];
        const uint8_t *first = square + (from < 0 ? -from * (SQUARE - 1) : 0);
        for (int set = 0; set < 2; set++) {
            sets[set]->transpose(first, from, turned[set] + (to < 0 ? -to * (SQUARE - 1) : 0), to);
        }
        differences += differs("transpose", SQUARE * SQUARE, turned, sizeof turned[0]);
    }
    return differences;
}

int main(void) {
    sets[0] = cpixels_kernels_of(CPIXELS_SCALAR);
    sets[1] = cpixels_kernels_of(cpixels_best_set());
    if (sets[1] == NULL || sets[1] == sets[0]) {
        puts("this machine runs no set but the scalar one");
        return 1;
    }
    int differences = transpose();
    for (size_t pixels = 1; pixels <= 280; pixels += 1 + pixels / 9) {
        differences += weigh_rows(pixels) + weigh_neighbours(pixels) + convert(pixels) + unfilter(pixels)
            + sample(pixels);
    }
    return differences > 100 ? 100 : differences;
}
