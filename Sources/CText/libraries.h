#ifndef CTEXT_LIBRARIES_H
#define CTEXT_LIBRARIES_H

// The functions of FreeType, HarfBuzz and FriBidi that are used here, found when the first font is opened.

#include <fribidi/fribidi.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <harfbuzz/hb.h>

#define FREETYPE_FUNCTIONS(use)                                                                                     \
    use(FT_Init_FreeType) use(FT_Done_FreeType) use(FT_New_Face) use(FT_Set_Char_Size) use(FT_Load_Glyph)           \
    use(FT_Outline_Translate) use(FT_Outline_Get_CBox) use(FT_Render_Glyph)

#define HARFBUZZ_FUNCTIONS(use)                                                                                     \
    use(hb_blob_create_from_file_or_fail) use(hb_blob_destroy) use(hb_face_create) use(hb_face_destroy)             \
    use(hb_font_create) use(hb_font_destroy) use(hb_buffer_create) use(hb_buffer_destroy)                           \
    use(hb_buffer_clear_contents) use(hb_buffer_allocation_successful) use(hb_buffer_set_cluster_level)             \
    use(hb_buffer_set_direction) use(hb_buffer_set_script) use(hb_buffer_set_language) use(hb_buffer_add_utf32)     \
    use(hb_buffer_get_glyph_infos) use(hb_buffer_get_glyph_positions) use(hb_language_from_string) use(hb_shape)    \
    use(hb_unicode_funcs_get_default) use(hb_unicode_script)

#define FRIBIDI_FUNCTIONS(use)                                                                                      \
    use(fribidi_get_bidi_types) use(fribidi_get_bracket_types) use(fribidi_get_par_embedding_levels_ex)

typedef struct {
#define DECLARED(name) __typeof__(&name) name;
    FREETYPE_FUNCTIONS(DECLARED)
    HARFBUZZ_FUNCTIONS(DECLARED)
    FRIBIDI_FUNCTIONS(DECLARED)
#undef DECLARED
} ctext_functions;

// The functions; NULL where one of the libraries is not installed.
const ctext_functions *ctext_load(void);

#endif
