#include "failure.h"

#include <string.h>
#include <jerror.h>

static void no_action(j_decompress_ptr info) {
    (void)info;
}

static boolean at_end(j_decompress_ptr info) {
    static const JOCTET end[] = {0xff, JPEG_EOI};
    cjpeg_failure *failure = (cjpeg_failure *)info->err;
    failure->is_damaged = 1;
    if (!failure->tolerates_damage)
        cjpeg_failure_raise(failure, CJPEG_TRUNCATED, "the data end before the end marker");
    info->src->next_input_byte = end;
    info->src->bytes_in_buffer = sizeof end;
    return TRUE;
}

static void skip(j_decompress_ptr info, long count) {
    if (count <= 0) return;
    if ((size_t)count > info->src->bytes_in_buffer) {
        at_end(info);
        return;
    }
    info->src->next_input_byte += count;
    info->src->bytes_in_buffer -= (size_t)count;
}

void cjpeg_source_prepare(struct jpeg_source_mgr *source, const uint8_t *bytes, size_t count) {
    source->init_source = no_action;
    source->fill_input_buffer = at_end;
    source->skip_input_data = skip;
    source->resync_to_restart = jpeg_resync_to_restart;
    source->term_source = no_action;
    source->next_input_byte = bytes;
    source->bytes_in_buffer = count;
}

// Entropy-coded bytes are looked through a block at a time: each 0xff of theirs has a zero behind it, so blocks with anything to look
// at closer are few, and compilers turn the loop over a block into a few vector instructions.
enum { SEARCHED_BLOCK = 64 };

static int has_escape(const uint8_t *bytes) {
    uint8_t found = 0;
    for (int index = 0; index < SEARCHED_BLOCK; index++)
        found |= (uint8_t)((bytes[index] == 0xff) & (bytes[index + 1] != 0));
    return found;
}

static int is_marker(const uint8_t *bytes) {
    return bytes[0] == 0xff && bytes[1] >= 0xc0 && bytes[1] != 0xff && (bytes[1] < 0xd0 || bytes[1] > 0xd7);
}

size_t cjpeg_find_marker(const uint8_t *bytes, size_t count, size_t start) {
    size_t offset = start;
    while (offset + 1 < count) {
        while (offset + SEARCHED_BLOCK < count && !has_escape(bytes + offset)) offset += SEARCHED_BLOCK;
        size_t rest = count - 1 - offset;
        for (size_t end = offset + (rest < SEARCHED_BLOCK ? rest : SEARCHED_BLOCK); offset < end; offset++)
            if (is_marker(bytes + offset)) return offset;
    }
    return count;
}

// A scan costs a pass over the whole picture even if it holds no data: 5,000 of them fit into half a megabyte.
static void look(j_common_ptr common) {
    cjpeg_progress *progress = (cjpeg_progress *)common->progress;
    cjpeg_failure *failure = (cjpeg_failure *)common->err;
    if (common->is_decompressor
        && ((j_decompress_ptr)common)->input_scan_number > progress->limits.maximum_scan_count)
        cjpeg_failure_raise(failure, CJPEG_TOO_MANY_SCANS, "more scans than allowed");
    if (progress->limits.interrupt == NULL || progress->calls++ % 16 != 0) return;
    if (progress->limits.interrupt(progress->limits.context) != 0)
        cjpeg_failure_raise(failure, CJPEG_INTERRUPTED, "interrupted");
}

void cjpeg_progress_prepare(cjpeg_progress *progress, cjpeg_limits limits) {
    memset(progress, 0, sizeof *progress);
    progress->manager.progress_monitor = look;
    progress->limits = limits;
}
