#include "font.h"

#include <stdlib.h>

static hb_font_t *open_shaper(const ctext_functions *own, const char *path) {
    hb_blob_t *blob = own->hb_blob_create_from_file_or_fail(path);
    if (blob == NULL) return NULL;
    hb_face_t *face = own->hb_face_create(blob, 0);
    hb_font_t *font = own->hb_font_create(face);
    // The font keeps what it needs.
    own->hb_face_destroy(face);
    own->hb_blob_destroy(blob);
    return font;
}

static ctext_status open_font(ctext_font *font, const char *path) {
    const ctext_functions *own = font->functions;
    if (own->FT_Init_FreeType(&font->library) != 0) return CTEXT_FAILED;
    if (own->FT_New_Face(font->library, path, 0, &font->face) != 0 || !FT_IS_SCALABLE(font->face)) return CTEXT_NO_FONT;
    font->shaper = open_shaper(own, path);
    return font->shaper == NULL ? CTEXT_NO_FONT : CTEXT_OK;
}

ctext_status ctext_open(const char *path, ctext_font **result) {
    const ctext_functions *functions = ctext_load();
    if (functions == NULL) return CTEXT_NO_LIBRARY;
    ctext_font *font = calloc(1, sizeof *font);
    if (font == NULL) return CTEXT_FAILED;
    font->functions = functions;
    ctext_status status = open_font(font, path);
    if (status == CTEXT_OK) *result = font;
    else ctext_close(font);
    return status;
}

void ctext_close(ctext_font *font) {
    if (font->shaper != NULL) font->functions->hb_font_destroy(font->shaper);
    // The library's end closes its faces too.
    if (font->library != NULL) font->functions->FT_Done_FreeType(font->library);
    free(font);
}

typedef ctext_status (*glyph_visitor)(const ctext_font *font, FT_GlyphSlot slot, void *context);

// A distance in units of the font, in 64ths of a pixel at a scale in 65536ths.
static FT_Pos scaled(int64_t units, FT_Fixed scale) {
    return (FT_Pos)((units * scale + 0x8000) >> 16);
}

static ctext_status failure_of(FT_Error error) {
    return error == FT_Err_Out_Of_Memory ? CTEXT_FAILED : CTEXT_UNDRAWABLE;
}

// FreeType sets no letters of more than 65,535 pixels, which a lone dot across a large picture has: beyond this size
// outlines are made larger afterwards.
enum { LARGEST_SIZE = 8192 * 64 };

static void enlarge(FT_Outline *outline, unsigned factor) {
    for (int index = 0; index < outline->n_points; index++) {
        outline->points[index].x *= (FT_Pos)factor;
        outline->points[index].y *= (FT_Pos)factor;
    }
}

// Loads each glyph in turn, moved to its place. Glyphs are placed in parts of a pixel, and no hints bend them: a line has
// the same shape at every size.
static ctext_status each_glyph(const ctext_font *font, const ctext_glyph *glyphs, size_t count, uint32_t size,
                               glyph_visitor visit, void *context) {
    const ctext_functions *own = font->functions;
    const unsigned factor = 1 + size / LARGEST_SIZE;
    FT_Error error = own->FT_Set_Char_Size(font->face, 0, (FT_F26Dot6)(size / factor), 72, 72);
    if (error != 0) return failure_of(error);
    const FT_Size_Metrics metrics = font->face->size->metrics;
    for (size_t index = 0; index < count; index++) {
        const FT_Int32 flags = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;
        if ((error = own->FT_Load_Glyph(font->face, glyphs[index].id, flags)) != 0) return failure_of(error);
        FT_GlyphSlot slot = font->face->glyph;
        if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return CTEXT_UNDRAWABLE;
        if (slot->outline.n_points == 0) continue;
        own->FT_Outline_Translate(&slot->outline, scaled(glyphs[index].x, metrics.x_scale),
                                  scaled(glyphs[index].y, metrics.y_scale));
        enlarge(&slot->outline, factor);
        ctext_status status = visit(font, slot, context);
        if (status != CTEXT_OK) return status;
    }
    return CTEXT_OK;
}

typedef struct {
    ctext_box *box;
    int is_empty;
} measuring;

static ctext_status add_to_box(const ctext_font *font, FT_GlyphSlot slot, void *context) {
    measuring *own = context;
    FT_BBox glyph;
    font->functions->FT_Outline_Get_CBox(&slot->outline, &glyph);
    ctext_box *box = own->box;
    if (own->is_empty || glyph.xMin < box->left) box->left = glyph.xMin;
    if (own->is_empty || glyph.yMin < box->bottom) box->bottom = glyph.yMin;
    if (own->is_empty || glyph.xMax > box->right) box->right = glyph.xMax;
    if (own->is_empty || glyph.yMax > box->top) box->top = glyph.yMax;
    own->is_empty = 0;
    return CTEXT_OK;
}

ctext_status ctext_measure(const ctext_font *font, const ctext_glyph *glyphs, size_t count, uint32_t size,
                           ctext_box *box) {
    *box = (ctext_box){0, 0, 0, 0};
    measuring context = {box, 1};
    return each_glyph(font, glyphs, count, size, add_to_box, &context);
}

typedef struct {
    int64_t left, top;
    uint8_t *mask;
    size_t width, height;
} drawing;

static ctext_status add_to_mask(const ctext_font *font, FT_GlyphSlot slot, void *context) {
    drawing *own = context;
    font->functions->FT_Outline_Translate(&slot->outline, (FT_Pos)-own->left, (FT_Pos)-own->top);
    FT_Error error = font->functions->FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL);
    if (error != 0) return failure_of(error);
    const FT_Bitmap *bitmap = &slot->bitmap;
    for (unsigned row = 0; row < bitmap->rows; row++) {
        int64_t y = (int64_t)row - slot->bitmap_top;
        if (y < 0 || y >= (int64_t)own->height) continue;
        const uint8_t *source = bitmap->buffer + (ptrdiff_t)row * bitmap->pitch;
        for (unsigned column = 0; column < bitmap->width; column++) {
            int64_t x = (int64_t)column + slot->bitmap_left;
            if (x < 0 || x >= (int64_t)own->width) continue;
            uint8_t *target = own->mask + (size_t)y * own->width + (size_t)x;
            unsigned sum = *target + source[column];
            *target = (uint8_t)(sum > 255 ? 255 : sum);
        }
    }
    return CTEXT_OK;
}

ctext_status ctext_draw(const ctext_font *font, const ctext_glyph *glyphs, size_t count, uint32_t size, int64_t left,
                        int64_t top, uint8_t *mask, size_t width, size_t height) {
    drawing context = {left, top, mask, width, height};
    return each_glyph(font, glyphs, count, size, add_to_mask, &context);
}
