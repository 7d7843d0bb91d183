#include "CText.h"

#include <dlfcn.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <pthread.h>
#include <stdlib.h>

struct ctext_font {
    FT_Library library;
    FT_Face face;
};

// FreeType's functions, found once.
static struct {
    void *handle;
    __typeof__(&FT_Init_FreeType) init;
    __typeof__(&FT_Done_FreeType) done;
    __typeof__(&FT_New_Face) new_face;
    __typeof__(&FT_Set_Char_Size) set_size;
    __typeof__(&FT_Get_Char_Index) glyph_index;
    __typeof__(&FT_Load_Glyph) load_glyph;
    __typeof__(&FT_Get_Kerning) kerning;
    __typeof__(&FT_Outline_Translate) translate;
    __typeof__(&FT_Outline_Get_CBox) control_box;
    __typeof__(&FT_Render_Glyph) render;
} freetype;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *handle = dlopen("libfreetype.so.6", RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return;
    freetype.init = (__typeof__(&FT_Init_FreeType))dlsym(handle, "FT_Init_FreeType");
    freetype.done = (__typeof__(&FT_Done_FreeType))dlsym(handle, "FT_Done_FreeType");
    freetype.new_face = (__typeof__(&FT_New_Face))dlsym(handle, "FT_New_Face");
    freetype.set_size = (__typeof__(&FT_Set_Char_Size))dlsym(handle, "FT_Set_Char_Size");
    freetype.glyph_index = (__typeof__(&FT_Get_Char_Index))dlsym(handle, "FT_Get_Char_Index");
    freetype.load_glyph = (__typeof__(&FT_Load_Glyph))dlsym(handle, "FT_Load_Glyph");
    freetype.kerning = (__typeof__(&FT_Get_Kerning))dlsym(handle, "FT_Get_Kerning");
    freetype.translate = (__typeof__(&FT_Outline_Translate))dlsym(handle, "FT_Outline_Translate");
    freetype.control_box = (__typeof__(&FT_Outline_Get_CBox))dlsym(handle, "FT_Outline_Get_CBox");
    freetype.render = (__typeof__(&FT_Render_Glyph))dlsym(handle, "FT_Render_Glyph");
    if (freetype.init && freetype.done && freetype.new_face && freetype.set_size && freetype.glyph_index &&
        freetype.load_glyph && freetype.kerning && freetype.translate && freetype.control_box && freetype.render)
        freetype.handle = handle;
    else dlclose(handle);
}

ctext_status ctext_open(const char *path, ctext_font **result) {
    pthread_once(&once, load);
    if (freetype.handle == NULL) return CTEXT_NO_LIBRARY;
    ctext_font *font = calloc(1, sizeof *font);
    if (font == NULL) return CTEXT_FAILED;
    if (freetype.init(&font->library) != 0) {
        free(font);
        return CTEXT_FAILED;
    }
    if (freetype.new_face(font->library, path, 0, &font->face) != 0 || !FT_IS_SCALABLE(font->face)) {
        ctext_close(font);
        return CTEXT_NO_FONT;
    }
    *result = font;
    return CTEXT_OK;
}

void ctext_close(ctext_font *font) {
    // The library's end closes its faces too.
    freetype.done(font->library);
    free(font);
}

typedef ctext_status (*glyph_visitor)(FT_GlyphSlot slot, void *context);

// Loads each glyph in turn, moved to its place. Glyphs are placed in parts of a pixel, and no hints bend them: a line has
// the same shape at every size.
static ctext_status each_glyph(ctext_font *font, const uint32_t *text, size_t count, uint32_t size,
                               glyph_visitor visit, void *context, size_t *missing) {
    if (freetype.set_size(font->face, 0, (FT_F26Dot6)size, 72, 72) != 0) return CTEXT_FAILED;
    FT_UInt before = 0;
    int64_t pen = 0;   // in 65536ths of a pixel
    for (size_t index = 0; index < count; index++) {
        FT_UInt glyph = freetype.glyph_index(font->face, text[index]);
        if (glyph == 0) {
            if (missing != NULL) *missing = index;
            return CTEXT_NO_GLYPH;
        }
        FT_Vector kerning = {0, 0};
        if (before != 0) freetype.kerning(font->face, before, glyph, FT_KERNING_UNFITTED, &kerning);
        pen += (int64_t)kerning.x * 1024;
        if (freetype.load_glyph(font->face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return CTEXT_FAILED;
        FT_GlyphSlot slot = font->face->glyph;
        if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return CTEXT_FAILED;
        freetype.translate(&slot->outline, (FT_Pos)((pen + 512) >> 10), 0);
        // Drawing changes what the slot says of its advance no more than visiting does.
        int64_t advance = slot->linearHoriAdvance;
        ctext_status status = visit(slot, context);
        if (status != CTEXT_OK) return status;
        pen += advance;
        before = glyph;
    }
    return CTEXT_OK;
}

typedef struct {
    ctext_box *box;
    int is_empty;
} measuring;

static ctext_status add_to_box(FT_GlyphSlot slot, void *context) {
    measuring *own = context;
    if (slot->outline.n_points == 0) return CTEXT_OK;
    FT_BBox glyph;
    freetype.control_box(&slot->outline, &glyph);
    ctext_box *box = own->box;
    if (own->is_empty || glyph.xMin < box->left) box->left = glyph.xMin;
    if (own->is_empty || glyph.yMin < box->bottom) box->bottom = glyph.yMin;
    if (own->is_empty || glyph.xMax > box->right) box->right = glyph.xMax;
    if (own->is_empty || glyph.yMax > box->top) box->top = glyph.yMax;
    own->is_empty = 0;
    return CTEXT_OK;
}

ctext_status ctext_measure(ctext_font *font, const uint32_t *text, size_t count, uint32_t size, ctext_box *box,
                           size_t *missing) {
    *box = (ctext_box){0, 0, 0, 0};
    measuring context = {box, 1};
    return each_glyph(font, text, count, size, add_to_box, &context, missing);
}

typedef struct {
    int64_t left, top;
    uint8_t *mask;
    size_t width, height;
} drawing;

static ctext_status add_to_mask(FT_GlyphSlot slot, void *context) {
    drawing *own = context;
    if (slot->outline.n_points == 0) return CTEXT_OK;
    freetype.translate(&slot->outline, (FT_Pos)-own->left, (FT_Pos)-own->top);
    if (freetype.render(slot, FT_RENDER_MODE_NORMAL) != 0) return CTEXT_FAILED;
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

ctext_status ctext_draw(ctext_font *font, const uint32_t *text, size_t count, uint32_t size, int64_t left,
                        int64_t top, uint8_t *mask, size_t width, size_t height) {
    drawing context = {left, top, mask, width, height};
    return each_glyph(font, text, count, size, add_to_mask, &context, NULL);
}
