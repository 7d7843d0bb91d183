#ifndef CJPEG_SCANS_H
#define CJPEG_SCANS_H

#include "failure.h"

// The coefficients of one row of units of a component; libjpeg takes it for the array of all of them.
typedef struct {
    struct cjpeg_decoder *decoder;
    JBLOCKARRAY rows;
    JDIMENSION row_count, width;
} cjpeg_window;

// The bytes of a scan's header, then those of the file from the scan's own on.
typedef struct {
    struct jpeg_source_mgr manager;
    const uint8_t *next;
    size_t next_count;
    // Behind the last byte of the scan.
    const uint8_t *end;
} cjpeg_scan_source;

// libjpeg's decoder for a scan behind the first.
typedef struct {
    struct jpeg_decompress_struct info;
    cjpeg_scan_source source;
    cjpeg_failure failure;
    struct cjpeg_decoder *decoder;
} cjpeg_scan_reader;

// All scans of a picture behind the first, which the decoder itself reads.
typedef struct {
    cjpeg_scan_reader **readers;
    size_t count;
    cjpeg_window windows[MAX_COMPONENTS];
    cjpeg_scan_source first;
    // Rows of units that were cleared for the first scan, and that all scans are through with.
    JDIMENSION cleared_count, read_count;
} cjpeg_scans;

// Begins the output of the opened picture whose scans are read side by side.
void cjpeg_scans_start(struct cjpeg_decoder *decoder);
// Reads to the end of each scan, so that damage behind its last row is seen.
void cjpeg_scans_finish(struct cjpeg_decoder *decoder);
int cjpeg_scans_are_damaged(const cjpeg_scans *scans);
void cjpeg_scans_destroy(cjpeg_scans *scans);

#endif
