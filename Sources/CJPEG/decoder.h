#ifndef CJPEG_DECODER_H
#define CJPEG_DECODER_H

#include "failure.h"
#include "scans.h"

enum { PLANE_COUNT = 3 };

struct cjpeg_decoder {
    struct jpeg_decompress_struct info;
    struct jpeg_source_mgr source;
    cjpeg_failure failure;
    cjpeg_progress progress;
    // Rows of one row of units for each component; only where planes are read.
    JSAMPARRAY planes[PLANE_COUNT];
    // None where the file is read scan by scan.
    cjpeg_scans scans;
};

// Begins to decode as `info` says.
void cjpeg_decoder_begin(cjpeg_decoder *decoder);

static inline int cjpeg_decoder_is_armed(const cjpeg_decoder *decoder) {
    return decoder->failure.status == CJPEG_OK;
}

#endif
