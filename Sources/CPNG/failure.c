#include "failure.h"

#include <stdio.h>
#include <string.h>

void cpng_failure_raise(png_structp png, png_const_charp message) {
    cpng_failure *failure = png_get_error_ptr(png);
    if (failure->status == CPNG_OK)
        failure->status = strstr(message, "memory") != NULL ? CPNG_OUT_OF_MEMORY : CPNG_DAMAGED;
    snprintf(failure->message, sizeof failure->message, "%s", message);
    png_longjmp(png, 1);
}

void cpng_failure_ignore(png_structp png, png_const_charp message) {
    cpng_failure *failure = png_get_error_ptr(png);
    if (strstr(message, "CRC error") != NULL) failure->is_damaged = 1;
    // zlib's words for it.
    if (strstr(message, "IDAT: incorrect data check") != NULL) failure->has_wrong_sum = 1;
}
