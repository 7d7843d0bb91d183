#include "failure.h"

#include <stdlib.h>
#include <string.h>

// Block rows that are turned at once: their blocks lie side by side in the rows that they come from.
enum { STRIP_ROWS = 8 };

// Some rows of a component's turned coefficients; the compressor takes it for the array of all of them.
typedef struct {
    const jpeg_component_info *component;
    jvirt_barray_ptr source;
    JBLOCKARRAY rows;
    JDIMENSION first;
    JDIMENSION width, height;
    int is_filled;
} strip;

struct cjpeg_turner {
    struct jpeg_decompress_struct input;
    struct jpeg_compress_struct output;
    struct jpeg_source_mgr source;
    cjpeg_destination destination;
    cjpeg_failure failure;
    cjpeg_progress progress;
    cjpeg_turn_kind kind;
    // Where each coefficient of a turned block comes from, and its sign: mirroring negates the odd frequencies.
    int origin[DCTSIZE2];
    int sign[DCTSIZE2];
    strip strips[MAX_COMPONENTS];
    jvirt_barray_ptr arrays[MAX_COMPONENTS];
};

cjpeg_turner *cjpeg_turner_create(const uint8_t *bytes, size_t count, cjpeg_limits limits) {
    cjpeg_turner *turner = calloc(1, sizeof *turner);
    if (turner == NULL) return NULL;
    turner->input.err = cjpeg_failure_prepare(&turner->failure);
    turner->output.err = turner->input.err;
    turner->failure.tolerates_damage = limits.tolerates_damage;
    turner->failure.input = bytes;
    turner->failure.input_count = count;
    if (setjmp(turner->failure.escape)) {
        cjpeg_turner_destroy(turner);
        return NULL;
    }
    jpeg_create_decompress(&turner->input);
    jpeg_create_compress(&turner->output);
    cjpeg_source_prepare(&turner->source, bytes, count);
    cjpeg_destination_prepare(&turner->destination);
    cjpeg_progress_prepare(&turner->progress, limits);
    turner->input.src = &turner->source;
    turner->output.dest = &turner->destination.manager;
    turner->input.progress = &turner->progress.manager;
    turner->output.progress = &turner->progress.manager;
    turner->input.mem->max_memory_to_use = (long)limits.maximum_memory;
    return turner;
}

void cjpeg_turner_destroy(cjpeg_turner *turner) {
    jpeg_destroy_compress(&turner->output);
    jpeg_destroy_decompress(&turner->input);
    cjpeg_destination_free(&turner->destination);
    free(turner);
}

static void prepare_block(cjpeg_turner *turner) {
    for (int index = 0; index < DCTSIZE2; index++) {
        int across = index % DCTSIZE, down = index / DCTSIZE;
        int column = turner->kind.transposes ? down : across;
        int row = turner->kind.transposes ? across : down;
        int flips = (turner->kind.reverses_columns && column % 2) + (turner->kind.reverses_rows && row % 2);
        turner->origin[index] = row * DCTSIZE + column;
        turner->sign[index] = flips == 1 ? -1 : 1;
    }
}

// The factors of a lone component mean nothing: its units are single blocks.
static int unit(const struct jpeg_decompress_struct *input, int factor) {
    return input->num_components == 1 ? DCTSIZE : factor * DCTSIZE;
}

static int is_aligned(const cjpeg_turner *turner) {
    const struct jpeg_decompress_struct *input = &turner->input;
    if (turner->kind.reverses_columns && input->image_width % unit(input, input->max_h_samp_factor)) return 0;
    if (turner->kind.reverses_rows && input->image_height % unit(input, input->max_v_samp_factor)) return 0;
    return 1;
}

static void swap_sides(struct jpeg_compress_struct *output) {
    JDIMENSION width = output->image_width;
    output->image_width = output->image_height;
    output->image_height = width;
    for (int index = 0; index < output->num_components; index++) {
        jpeg_component_info *component = &output->comp_info[index];
        int factor = component->h_samp_factor;
        component->h_samp_factor = component->v_samp_factor;
        component->v_samp_factor = factor;
    }
    for (int index = 0; index < NUM_QUANT_TBLS; index++) {
        JQUANT_TBL *table = output->quant_tbl_ptrs[index];
        if (table == NULL) continue;
        for (int row = 0; row < DCTSIZE; row++) {
            for (int column = 0; column < row; column++) {
                UINT16 value = table->quantval[row * DCTSIZE + column];
                table->quantval[row * DCTSIZE + column] = table->quantval[column * DCTSIZE + row];
                table->quantval[column * DCTSIZE + row] = value;
            }
        }
    }
}

static void prepare_output(cjpeg_turner *turner) {
    jpeg_copy_critical_parameters(&turner->input, &turner->output);
    if (turner->kind.transposes) swap_sides(&turner->output);
    if (turner->output.num_components == 1) {
        turner->output.comp_info[0].h_samp_factor = 1;
        turner->output.comp_info[0].v_samp_factor = 1;
    }
    if (turner->input.progressive_mode) jpeg_simple_progression(&turner->output);
    turner->output.optimize_coding = TRUE;
}

static void turn_block(const cjpeg_turner *turner, const JCOEF *from, JCOEF *to) {
    for (int index = 0; index < DCTSIZE2; index++)
        to[index] = (JCOEF)(from[turner->origin[index]] * turner->sign[index]);
}

// The blocks of one row or column of the source that belong to the strip. Behind the picture, up to a whole row of units,
// are blocks that stand for none.
static void turn_line(cjpeg_turner *turner, strip *strip, JDIMENSION x) {
    const cjpeg_turn_kind kind = turner->kind;
    JDIMENSION columns = strip->component->width_in_blocks, rows = strip->component->height_in_blocks;
    for (JDIMENSION index = 0; index < STRIP_ROWS && strip->first + index < strip->height; index++) {
        JDIMENSION row = strip->first + index;
        JDIMENSION column = kind.transposes ? row : x, line = kind.transposes ? x : row;
        if (kind.reverses_columns) column = columns - 1 - column;
        if (kind.reverses_rows) line = rows - 1 - line;
        JBLOCKROW source = turner->input.mem->access_virt_barray((j_common_ptr)&turner->input, strip->source, line, 1,
                                                                 FALSE)[0];
        turn_block(turner, source[column], strip->rows[index][x]);
    }
}

static void fill_strip(cjpeg_turner *turner, strip *strip, JDIMENSION first) {
    strip->first = first;
    strip->is_filled = 1;
    for (JDIMENSION x = 0; x < strip->width; x++) turn_line(turner, strip, x);
    for (JDIMENSION index = 0; index < STRIP_ROWS; index++)
        if (first + index >= strip->height) memset(strip->rows[index], 0, strip->width * sizeof(JBLOCK));
}

// What the compressor calls for the next rows of coefficients, in place of libjpeg's arrays of a whole picture: a second
// copy of all of them is twice the memory. Each pass over the picture goes from its first row to its last one.
static JBLOCKARRAY access_strip(j_common_ptr common, jvirt_barray_ptr array, JDIMENSION first, JDIMENSION count,
                                boolean writable) {
    (void)writable;
    cjpeg_turner *turner = common->client_data;
    strip *strip = (void *)array;
    if (!strip->is_filled || first < strip->first || first + count > strip->first + STRIP_ROWS)
        fill_strip(turner, strip, first);
    return strip->rows + (first - strip->first);
}

static void prepare_strips(cjpeg_turner *turner, jvirt_barray_ptr *sources) {
    int transposes = turner->kind.transposes;
    for (int index = 0; index < turner->input.num_components; index++) {
        const jpeg_component_info *component = &turner->input.comp_info[index];
        strip *strip = &turner->strips[index];
        strip->component = component;
        strip->source = sources[index];
        strip->width = transposes ? component->height_in_blocks : component->width_in_blocks;
        strip->height = transposes ? component->width_in_blocks : component->height_in_blocks;
        strip->rows = turner->output.mem->alloc_barray((j_common_ptr)&turner->output, JPOOL_IMAGE, strip->width,
                                                       STRIP_ROWS);
        turner->arrays[index] = (void *)strip;
    }
    turner->output.client_data = turner;
    turner->output.mem->access_virt_barray = access_strip;
}

cjpeg_status cjpeg_turner_run(cjpeg_turner *turner, cjpeg_turn_kind kind) {
    if (turner->failure.status != CJPEG_OK || setjmp(turner->failure.escape)) return turner->failure.status;
    turner->kind = kind;
    prepare_block(turner);
    jpeg_read_header(&turner->input, TRUE);
    if (!is_aligned(turner))
        cjpeg_failure_raise(&turner->failure, CJPEG_MISALIGNED, "the last blocks are cut by the edge");
    jvirt_barray_ptr *sources = jpeg_read_coefficients(&turner->input);
    prepare_output(turner);
    prepare_strips(turner, sources);
    jpeg_write_coefficients(&turner->output, turner->arrays);
    jpeg_finish_compress(&turner->output);
    jpeg_finish_decompress(&turner->input);
    return CJPEG_OK;
}

const uint8_t *cjpeg_turner_output(const cjpeg_turner *turner, size_t *count) {
    const cjpeg_destination *destination = &turner->destination;
    *count = destination->capacity == 0 ? 0 : destination->capacity - destination->manager.free_in_buffer;
    return destination->bytes;
}

int cjpeg_turner_is_damaged(const cjpeg_turner *turner) {
    return turner->failure.is_damaged;
}

const char *cjpeg_turner_message(const cjpeg_turner *turner) {
    return turner->failure.message;
}
