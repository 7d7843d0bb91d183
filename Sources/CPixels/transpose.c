#include "kernels.h"

#include <string.h>

// Swaps the upper parts of one row with the lower parts of another.
static inline void exchange(uint64_t *one, uint64_t *other, int bits, uint64_t mask) {
    uint64_t difference = (*one >> bits ^ *other) & mask;
    *other ^= difference;
    *one ^= difference << bits;
}

// Warren, "Hacker's Delight" (2002), section 7-3, with bytes for bits.
static void transpose_8(const uint8_t *source, ptrdiff_t source_stride, uint8_t *target, ptrdiff_t target_stride) {
    uint64_t rows[8];
    for (int row = 0; row < 8; row++) memcpy(&rows[row], source + row * source_stride, 8);
    for (int row = 0; row < 8; row += 2) exchange(&rows[row], &rows[row + 1], 8, 0x00ff00ff00ff00ff);
    for (int row = 0; row < 8; row++)
        if ((row & 2) == 0) exchange(&rows[row], &rows[row + 2], 16, 0x0000ffff0000ffff);
    for (int row = 0; row < 4; row++) exchange(&rows[row], &rows[row + 4], 32, 0x00000000ffffffff);
    for (int row = 0; row < 8; row++) memcpy(target + row * target_stride, &rows[row], 8);
}

void cpixels_scalar_transpose(const uint8_t *source, ptrdiff_t source_stride, uint8_t *target,
                              ptrdiff_t target_stride) {
    for (int row = 0; row < 16; row += 8)
        for (int column = 0; column < 16; column += 8)
            transpose_8(source + row * source_stride + column, source_stride, target + column * target_stride + row,
                        target_stride);
}
