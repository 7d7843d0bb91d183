#ifndef CWEBP_ENCODER_H
#define CWEBP_ENCODER_H

#include "include/CWebP.h"

// Lets libwebp use a thread beside the caller's; the output stays the same. `is_analysed` is called, more than once, from
// when on it has no use for another thread.
void cwebp_encoder_use_threads(cwebp_encoder *encoder, void (*is_analysed)(void *context), void *context);

#endif
