#ifndef CWEBP_ENCODER_H
#define CWEBP_ENCODER_H

#include "include/CWebP.h"

// Lets libwebp use a thread beside the caller's; the output stays the same.
void cwebp_encoder_use_threads(cwebp_encoder *encoder);

#endif
