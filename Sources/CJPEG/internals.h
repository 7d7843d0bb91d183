#ifndef CJPEG_INTERNALS_H
#define CJPEG_INTERNALS_H

// What is private to libjpeg, and the only way to three things.
//
// Chroma that is reduced no further than luma (keep_subsampling in decoder_planes.c): libjpeg computes the inverse transforms' sizes
// itself, in jpeg_start_decompress, and offers no setting for them.
//
// Scans side by side (scans.c). It relies on how jdcoefct.c uses the arrays of coefficients: it requests one for each component, in
// their order, when decoding is started; it asks for a row of units to write before a scan is decoded into it, and for one to read when
// the output needs it, which is never ahead of the decoder's own scan.
//
// Bytes that restarts left unread (report_unread in scans.c): libjpeg only tells of them with a further marker of the same file.
#include <stdio.h>
#include <jpeglib.h>
#include <jpegint.h>

#if JPEG_LIB_VERSION != 62 || !defined(LIBJPEG_TURBO_VERSION_NUMBER) \
    || LIBJPEG_TURBO_VERSION_NUMBER < 2000000 || LIBJPEG_TURBO_VERSION_NUMBER >= 3000000
#error "this was written for libjpeg-turbo 2 with the interface of version 6b: look at it again"
#endif

#endif
