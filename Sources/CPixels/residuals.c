#include "include/CPixels.h"

void cpixels_subtract_green(const uint8_t *rgba, uint32_t *argb, size_t count) {
    for (size_t pixel = 0; pixel < count; pixel++) {
        uint32_t green = rgba[4 * pixel + 1];
        uint32_t red = (rgba[4 * pixel] - green) & 255, blue = (rgba[4 * pixel + 2] - green) & 255;
        argb[pixel] = (uint32_t)rgba[4 * pixel + 3] << 24 | red << 16 | green << 8 | blue;
    }
}

// Byte by byte, without borrowing from the next.
static inline uint32_t difference(uint32_t one, uint32_t other) {
    uint32_t even = 0xff00ff00u + (one & 0x00ff00ffu) - (other & 0x00ff00ffu);
    uint32_t odd = 0x00ff00ffu + (one & 0xff00ff00u) - (other & 0xff00ff00u);
    return (even & 0x00ff00ffu) | (odd & 0xff00ff00u);
}

static inline int distance(uint32_t one, uint32_t other) {
    int sum = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        int step = (int)(one >> shift & 255) - (int)(other >> shift & 255);
        sum += step < 0 ? -step : step;
    }
    return sum;
}

void cpixels_select_residuals(const uint32_t *above, const uint32_t *row, uint32_t *residuals, size_t count) {
    for (size_t pixel = 1; pixel < count; pixel++) {
        uint32_t left = row[pixel - 1], top = above[pixel], corner = above[pixel - 1];
        // The estimate is left + top - corner: its distance to the left is the top's to the corner.
        uint32_t nearest = distance(top, corner) < distance(left, corner) ? left : top;
        residuals[pixel] = difference(row[pixel], nearest);
    }
    if (count > 0) residuals[0] = difference(row[0], above[0]);
}

void cpixels_left_residuals(const uint32_t *row, uint32_t *residuals, size_t count) {
    for (size_t pixel = 1; pixel < count; pixel++) residuals[pixel] = difference(row[pixel], row[pixel - 1]);
    if (count > 0) residuals[0] = difference(row[0], 0xff000000u);
}
