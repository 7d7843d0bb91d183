#ifndef CTEXT_H
#define CTEXT_H

// Lines of text as coverage: FriBidi orders the characters, HarfBuzz chooses and places glyphs, FreeType draws them. The
// libraries are loaded when the first font is opened: a process that draws no text does not pay for them.

#include <stddef.h>
#include <stdint.h>

typedef enum {
    CTEXT_OK = 0,
    CTEXT_NO_LIBRARY,      // FreeType, HarfBuzz or FriBidi is not installed
    CTEXT_NO_FONT,         // the file is missing or no font that can be scaled
    CTEXT_NO_GLYPH,        // the font cannot draw one of the characters
    CTEXT_UNDRAWABLE,      // a glyph is no outline, or too large for the library
    CTEXT_FAILED           // a library failed, for lack of memory most likely
} ctext_status;

typedef struct ctext_font ctext_font;

// A glyph of the font, and where it stands in units of the font from the start of the baseline, to the right and up.
typedef struct {
    uint32_t id;
    int64_t x, y;
} ctext_glyph;

// Edges in 64ths of a pixel from the start of the baseline, to the right and up.
typedef struct {
    int64_t left, bottom, right, top;
} ctext_box;

ctext_status ctext_open(const char *path, ctext_font **font);
void ctext_close(ctext_font *font);

// The glyphs of a line, from left to right, which the caller frees; `text` is UTF-32. `missing` is set to the index of
// the first character without a glyph.
ctext_status ctext_shape(const ctext_font *font, const uint32_t *text, size_t count, ctext_glyph **glyphs,
                         size_t *glyph_count, size_t *missing);

// What glyphs cover at a size in 64ths of a pixel. An empty box for nothing but spaces.
ctext_status ctext_measure(const ctext_font *font, const ctext_glyph *glyphs, size_t count, uint32_t size,
                           ctext_box *box);

// Adds the coverage of glyphs, 0...255, to a mask of one byte a pixel whose upper left corner lies at (left, top).
ctext_status ctext_draw(const ctext_font *font, const ctext_glyph *glyphs, size_t count, uint32_t size, int64_t left,
                        int64_t top, uint8_t *mask, size_t width, size_t height);

#endif
