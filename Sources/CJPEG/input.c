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

size_t cjpeg_find_marker(const uint8_t *bytes, size_t count, size_t start) {
    const uint8_t *position = bytes + start, *end = bytes + count;
    while (position + 1 < end && (position = memchr(position, 0xff, (size_t)(end - position - 1))) != NULL) {
        uint8_t next = position[1];
        if (next >= 0xc0 && next != 0xff && (next < 0xd0 || next > 0xd7)) return (size_t)(position - bytes);
        position++;
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
