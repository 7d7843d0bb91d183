#include "font.h"

#include <stdlib.h>

// Characters of one direction and one script, which are shaped together.
typedef struct {
    size_t start, count;
    FriBidiLevel level;
    hb_script_t script;
} text_run;

typedef struct {
    const ctext_font *font;
    const uint32_t *text;
    size_t count;
    text_run *runs;
    size_t run_count;
    hb_buffer_t *buffer;
    ctext_glyph *glyphs;
    size_t glyph_count, glyph_capacity;
    // Where the next glyph stands, in units of the font.
    int64_t x, y;
    size_t missing;
} text_line;

// Embedding levels by the Unicode bidirectional algorithm (UAX #9); the first strong character sets the line's direction.
static int find_levels(const text_line *line, FriBidiLevel *levels) {
    const ctext_functions *own = line->font->functions;
    const FriBidiStrIndex count = (FriBidiStrIndex)line->count;
    FriBidiCharType *types = calloc(line->count, sizeof *types);
    FriBidiBracketType *brackets = calloc(line->count, sizeof *brackets);
    int is_done = 0;
    if (types != NULL && brackets != NULL) {
        own->fribidi_get_bidi_types(line->text, count, types);
        own->fribidi_get_bracket_types(line->text, count, types, brackets);
        FriBidiParType direction = FRIBIDI_PAR_ON;
        is_done = own->fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, levels) != 0;
    }
    free(brackets);
    free(types);
    return is_done;
}

static int is_of_no_script(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

// Spaces, digits and marks are of the script before them, at the line's beginning of the one behind them (UAX #24).
static void find_scripts(const text_line *line, hb_script_t *scripts) {
    const ctext_functions *own = line->font->functions;
    hb_unicode_funcs_t *unicode = own->hb_unicode_funcs_get_default();
    hb_script_t last = HB_SCRIPT_COMMON;
    for (size_t index = 0; index < line->count; index++) {
        hb_script_t script = own->hb_unicode_script(unicode, line->text[index]);
        if (!is_of_no_script(script)) last = script;
        scripts[index] = last;
    }
    for (size_t index = line->count; index-- > 0;) {
        if (scripts[index] == HB_SCRIPT_COMMON) scripts[index] = last;
        else last = scripts[index];
    }
}

static void add_runs(text_line *line, const FriBidiLevel *levels, const hb_script_t *scripts) {
    for (size_t index = 0; index < line->count; index++) {
        text_run *last = line->run_count == 0 ? NULL : &line->runs[line->run_count - 1];
        if (last != NULL && last->level == levels[index] && last->script == scripts[index]) last->count++;
        else line->runs[line->run_count++] = (text_run){index, 1, levels[index], scripts[index]};
    }
}

static int find_runs(text_line *line) {
    FriBidiLevel *levels = calloc(line->count, sizeof *levels);
    hb_script_t *scripts = calloc(line->count, sizeof *scripts);
    line->runs = calloc(line->count, sizeof *line->runs);
    int is_done = levels != NULL && scripts != NULL && line->runs != NULL && find_levels(line, levels);
    if (is_done) {
        find_scripts(line, scripts);
        add_runs(line, levels, scripts);
    }
    free(scripts);
    free(levels);
    return is_done;
}

static void reverse(text_run *runs, size_t count) {
    for (size_t index = 0; index < count / 2; index++) {
        text_run other = runs[index];
        runs[index] = runs[count - 1 - index];
        runs[count - 1 - index] = other;
    }
}

// From the order of reading to the order from left to right (UAX #9, rule L2).
static void order_runs(text_line *line) {
    FriBidiLevel highest = 0;
    for (size_t index = 0; index < line->run_count; index++)
        if (line->runs[index].level > highest) highest = line->runs[index].level;
    for (FriBidiLevel level = highest; level > 0; level--) {
        for (size_t start = 0; start < line->run_count; start++) {
            size_t end = start;
            while (end < line->run_count && line->runs[end].level >= level) end++;
            reverse(line->runs + start, end - start);
            if (end > start) start = end;
        }
    }
}

static ctext_status add_glyphs(text_line *line) {
    const ctext_functions *own = line->font->functions;
    unsigned count = 0;
    const hb_glyph_info_t *infos = own->hb_buffer_get_glyph_infos(line->buffer, &count);
    const hb_glyph_position_t *places = own->hb_buffer_get_glyph_positions(line->buffer, &count);
    if (line->glyph_count + count > line->glyph_capacity) {
        size_t capacity = 2 * (line->glyph_count + count);
        ctext_glyph *glyphs = realloc(line->glyphs, capacity * sizeof *glyphs);
        if (glyphs == NULL) return CTEXT_FAILED;
        line->glyphs = glyphs;
        line->glyph_capacity = capacity;
    }
    for (unsigned index = 0; index < count; index++) {
        if (infos[index].codepoint == 0 && infos[index].cluster < line->missing) line->missing = infos[index].cluster;
        line->glyphs[line->glyph_count++] = (ctext_glyph){
            infos[index].codepoint, line->x + places[index].x_offset, line->y + places[index].y_offset};
        line->x += places[index].x_advance;
        line->y += places[index].y_advance;
    }
    return CTEXT_OK;
}

// The line around a run is told too: letters join across runs.
static ctext_status shape_run(text_line *line, const text_run *run) {
    const ctext_functions *own = line->font->functions;
    hb_buffer_t *buffer = line->buffer;
    own->hb_buffer_clear_contents(buffer);
    own->hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
    own->hb_buffer_add_utf32(buffer, line->text, (int)line->count, (unsigned)run->start, (int)run->count);
    own->hb_buffer_set_direction(buffer, run->level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    own->hb_buffer_set_script(buffer, run->script);
    // Not the machine's language: the same request gives the same picture everywhere.
    own->hb_buffer_set_language(buffer, own->hb_language_from_string("und", -1));
    own->hb_shape(line->font->shaper, buffer, NULL, 0);
    return own->hb_buffer_allocation_successful(buffer) ? add_glyphs(line) : CTEXT_FAILED;
}

static ctext_status shape(text_line *line) {
    if (!find_runs(line)) return CTEXT_FAILED;
    order_runs(line);
    line->buffer = line->font->functions->hb_buffer_create();
    ctext_status status = CTEXT_OK;
    for (size_t index = 0; status == CTEXT_OK && index < line->run_count; index++)
        status = shape_run(line, &line->runs[index]);
    line->font->functions->hb_buffer_destroy(line->buffer);
    return status == CTEXT_OK && line->missing < line->count ? CTEXT_NO_GLYPH : status;
}

ctext_status ctext_shape(const ctext_font *font, const uint32_t *text, size_t count, ctext_glyph **glyphs,
                         size_t *glyph_count, size_t *missing) {
    text_line line = {.font = font, .text = text, .count = count, .missing = count};
    ctext_status status = count == 0 ? CTEXT_OK : shape(&line);
    free(line.runs);
    *missing = line.missing;
    if (status != CTEXT_OK) {
        free(line.glyphs);
        return status;
    }
    *glyphs = line.glyphs;
    *glyph_count = line.glyph_count;
    return CTEXT_OK;
}
