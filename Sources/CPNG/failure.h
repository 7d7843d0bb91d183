#ifndef CPNG_FAILURE_H
#define CPNG_FAILURE_H

#include <setjmp.h>
#include <png.h>
#include "include/CPNG.h"

// The failure that was found; libpng keeps the place to return to.
typedef struct {
    cpng_status status;
    char message[200];
    int is_damaged;
    int has_wrong_sum;  // of the image data, found behind the last row
} cpng_failure;

// libpng's error callback for an object whose error pointer is a cpng_failure.
void cpng_failure_raise(png_structp png, png_const_charp message) __attribute__((noreturn));
// libpng's warning callback: what it only warns of does no harm to the pixels, but for a wrong checksum that is tolerated.
void cpng_failure_ignore(png_structp png, png_const_charp message);

#endif
