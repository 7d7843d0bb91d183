#ifndef CTEXT_FONT_H
#define CTEXT_FONT_H

#include "CText.h"
#include "libraries.h"

struct ctext_font {
    const ctext_functions *functions;
    FT_Library library;
    // What draws glyphs.
    FT_Face face;
    // What chooses and places them, in units of the font.
    hb_font_t *shaper;
};

#endif
