#include "decoder.h"
#include "internals.h"

#include <stdlib.h>
#include <string.h>
#include <jerror.h>

// A file of several scans goes through the picture once for each, and libjpeg keeps all coefficients between them. Here every
// scan has a decoder of its own, and all of them go through one row of units before the next: they share the coefficients of
// that row, which the first scan finds cleared and the output takes when the last one has refined them. What they share is
// handed out by the memory manager that libjpeg asks for its array of the whole picture.

static boolean next_bytes(j_decompress_ptr info) {
    static const JOCTET end[] = {0xff, JPEG_EOI};
    cjpeg_scan_source *source = (cjpeg_scan_source *)info->src;
    int has_data = source->next_count > 0;
    source->manager.next_input_byte = has_data ? source->next : end;
    source->manager.bytes_in_buffer = has_data ? source->next_count : sizeof end;
    source->next_count = 0;
    return TRUE;
}

// libjpeg reads on beyond a scan's end now and then, so it sees all of `file`: it notices damage as it always does.
static void prepare_source(cjpeg_scan_source *source, const cjpeg_scan *scan, const cjpeg_failure *file) {
    cjpeg_source_prepare(&source->manager, scan->header, scan->header_count);
    source->manager.fill_input_buffer = next_bytes;
    source->next = scan->data;
    source->next_count = (size_t)(file->input + file->input_count - scan->data);
    source->end = scan->data + scan->data_count;
}

// What restarts left unread is reported with the next marker that is looked for.
static void report_unread(struct jpeg_decompress_struct *info) {
    if (info->marker->discarded_bytes == 0) return;
    info->err->msg_code = JWRN_EXTRANEOUS_DATA;
    info->err->msg_parm.i[0] = (int)info->marker->discarded_bytes;
    info->err->msg_parm.i[1] = JPEG_EOI;
    info->err->emit_message((j_common_ptr)info, -1);
}

// Puts an end marker in the place of the marker that follows the scan.
static void end_scan(struct jpeg_decompress_struct *info) {
    cjpeg_scan_source *source = (cjpeg_scan_source *)info->src;
    const uint8_t *place = source->manager.next_input_byte;
    if (place > source->end) {
        info->unread_marker = JPEG_EOI;
        report_unread(info);
    } else {
        source->manager.bytes_in_buffer = (size_t)(source->end - place);
    }
}

static jvirt_barray_ptr lend_window(
    j_common_ptr common, int pool, boolean zeroed, JDIMENSION width, JDIMENSION height, JDIMENSION access
) {
    (void)pool, (void)zeroed, (void)width, (void)height, (void)access;
    // libjpeg asks once for each component, in their order.
    cjpeg_window **next = (cjpeg_window **)&common->client_data;
    return (jvirt_barray_ptr)(*next)++;
}

static void clear(cjpeg_scans *scans, int component_count) {
    for (int index = 0; index < component_count; index++) {
        cjpeg_window *window = &scans->windows[index];
        for (JDIMENSION row = 0; row < window->row_count; row++)
            memset(window->rows[row], 0, window->width * sizeof(JBLOCK));
    }
    scans->cleared_count++;
}

// Goes on with a scan; a failure of it is one of the decoder.
static void consume(cjpeg_scan_reader *reader, int is_through) {
    if (setjmp(reader->failure.escape))
        cjpeg_failure_raise(&reader->decoder->failure, reader->failure.status, reader->failure.message);
    if (is_through) end_scan(&reader->info);
    jpeg_consume_input(&reader->info);
}

static JBLOCKARRAY share_window(
    j_common_ptr common, jvirt_barray_ptr array, JDIMENSION first, JDIMENSION count, boolean writable
) {
    (void)first, (void)count;
    const cjpeg_window *window = (const cjpeg_window *)array;
    cjpeg_decoder *decoder = window->decoder;
    cjpeg_scans *scans = &decoder->scans;
    if (common == (j_common_ptr)&decoder->info) {
        if (writable && scans->cleared_count == decoder->info.input_iMCU_row)
            clear(scans, decoder->info.num_components);
        if (!writable && scans->read_count == decoder->info.output_iMCU_row) {
            for (size_t index = 0; index < scans->count; index++) consume(scans->readers[index], 0);
            scans->read_count++;
        }
    }
    return window->rows;
}

static void lend_windows(struct jpeg_decompress_struct *info, cjpeg_scans *scans) {
    info->client_data = scans->windows;
    info->mem->request_virt_barray = lend_window;
    info->mem->access_virt_barray = share_window;
    info->buffered_image = TRUE;
    // Every coefficient comes as finely as it was coded.
    info->do_block_smoothing = FALSE;
}

// Each reader would warn that earlier scans are missing; JPEGScanList checked their order.
static void pass_over(j_common_ptr common, int level) {
    (void)common, (void)level;
}

static void open_reader(cjpeg_scan_reader *reader, const cjpeg_scan *scan, cjpeg_decoder *decoder) {
    reader->decoder = decoder;
    reader->info.err = cjpeg_failure_prepare(&reader->failure);
    reader->failure.tolerates_damage = decoder->failure.tolerates_damage;
    reader->failure.input = scan->data;
    reader->failure.input_count = scan->data_count;
    if (setjmp(reader->failure.escape))
        cjpeg_failure_raise(&decoder->failure, reader->failure.status, reader->failure.message);
    jpeg_create_decompress(&reader->info);
    prepare_source(&reader->source, scan, &decoder->failure);
    reader->info.src = &reader->source.manager;
    jpeg_read_header(&reader->info, TRUE);
    lend_windows(&reader->info, &decoder->scans);
    reader->info.raw_data_out = TRUE;
    void (*report)(j_common_ptr, int) = reader->failure.manager.emit_message;
    reader->failure.manager.emit_message = pass_over;
    jpeg_start_decompress(&reader->info);
    reader->failure.manager.emit_message = report;
    next_bytes(&reader->info);
}

static void allocate_windows(cjpeg_decoder *decoder) {
    struct jpeg_decompress_struct *info = &decoder->info;
    for (int index = 0; index < info->num_components; index++) {
        const jpeg_component_info *component = &info->comp_info[index];
        cjpeg_window *window = &decoder->scans.windows[index];
        JDIMENSION factor = (JDIMENSION)component->h_samp_factor;
        window->decoder = decoder;
        window->row_count = (JDIMENSION)component->v_samp_factor;
        window->width = (component->width_in_blocks + factor - 1) / factor * factor;
        window->rows =
            info->mem->alloc_barray((j_common_ptr)info, JPOOL_IMAGE, window->width, window->row_count);
    }
}

cjpeg_status cjpeg_decoder_join_scans(cjpeg_decoder *decoder, const cjpeg_scan *joined, size_t count) {
    if (!cjpeg_decoder_is_armed(decoder) || setjmp(decoder->failure.escape)) return decoder->failure.status;
    cjpeg_scans *scans = &decoder->scans;
    if (count < 2 || decoder->source.next_input_byte != joined[0].data)
        cjpeg_failure_raise(&decoder->failure, CJPEG_FAILED, "the scans are not those of the file");
    if (count > (size_t)decoder->progress.limits.maximum_scan_count)
        cjpeg_failure_raise(&decoder->failure, CJPEG_TOO_MANY_SCANS, "more scans than allowed");
    allocate_windows(decoder);
    scans->readers = calloc(count - 1, sizeof *scans->readers);
    while (scans->readers != NULL && scans->count < count - 1) {
        cjpeg_scan_reader *reader = calloc(1, sizeof *reader);
        if (reader == NULL) break;
        scans->readers[scans->count++] = reader;
        open_reader(reader, &joined[scans->count], decoder);
    }
    if (scans->count < count - 1)
        cjpeg_failure_raise(&decoder->failure, CJPEG_OUT_OF_MEMORY, "no memory for the scans");
    // The decoder's own scan ends like the others; its header was read.
    prepare_source(&scans->first, joined, &decoder->failure);
    decoder->info.src = &scans->first.manager;
    next_bytes(&decoder->info);
    lend_windows(&decoder->info, scans);
    return CJPEG_OK;
}

// A component's quantisers and units are those that its first scan finds.
static void complete(jpeg_component_info *component, const jpeg_component_info *found) {
    if (component->quant_table != NULL || found->quant_table == NULL) return;
    component->quant_table = found->quant_table;
    component->MCU_width = found->MCU_width;
}

void cjpeg_scans_start(cjpeg_decoder *decoder) {
    struct jpeg_decompress_struct *info = &decoder->info;
    jpeg_start_decompress(info);
    for (size_t index = 0; index < decoder->scans.count; index++)
        for (int component = 0; component < info->num_components; component++)
            complete(&info->comp_info[component], &decoder->scans.readers[index]->info.comp_info[component]);
    jpeg_start_output(info, 1);
}

void cjpeg_scans_finish(cjpeg_decoder *decoder) {
    for (size_t index = 0; index < decoder->scans.count; index++) consume(decoder->scans.readers[index], 1);
    end_scan(&decoder->info);
    jpeg_finish_output(&decoder->info);
}

int cjpeg_scans_are_damaged(const cjpeg_scans *scans) {
    for (size_t index = 0; index < scans->count; index++)
        if (scans->readers[index]->failure.is_damaged) return 1;
    return 0;
}

void cjpeg_scans_destroy(cjpeg_scans *scans) {
    for (size_t index = 0; index < scans->count; index++) {
        jpeg_destroy_decompress(&scans->readers[index]->info);
        free(scans->readers[index]);
    }
    free(scans->readers);
}
