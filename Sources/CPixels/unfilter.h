#ifndef CPIXELS_UNFILTER_H
#define CPIXELS_UNFILTER_H

// PNG's filters (ISO/IEC 15948 clause 9) byte by byte, from a byte of the row on.

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

enum { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_AVERAGE, FILTER_PAETH };

static inline uint8_t cpixels_paeth(int left, int above, int corner) {
    int across = abs(above - corner), down = abs(left - corner), both = abs(left + above - 2 * corner);
    return (uint8_t)(across <= down && across <= both ? left : down <= both ? above : corner);
}

static inline void cpixels_unfilter_from(size_t first, int filter, uint8_t *row, const uint8_t *above, size_t count,
                                         size_t pixel) {
    for (size_t index = first; index < count; index++) {
        uint8_t left = index < pixel ? 0 : row[index - pixel], corner = index < pixel ? 0 : above[index - pixel];
        switch (filter) {
        case FILTER_SUB: row[index] = (uint8_t)(row[index] + left); break;
        case FILTER_UP: row[index] = (uint8_t)(row[index] + above[index]); break;
        case FILTER_AVERAGE: row[index] = (uint8_t)(row[index] + (left + above[index]) / 2); break;
        case FILTER_PAETH: row[index] = (uint8_t)(row[index] + cpixels_paeth(left, above[index], corner)); break;
        default: return;
        }
    }
}

#endif
