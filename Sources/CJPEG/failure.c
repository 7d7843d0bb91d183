#include "failure.h"

#include <string.h>
#include <jerror.h>

// Padding in front of a marker that some cameras write; more than this is lost synchronisation.
enum { HARMLESS_PADDING = 16 };

void cjpeg_failure_raise(cjpeg_failure *failure, cjpeg_status status, const char *message) {
    failure->status = status;
    snprintf(failure->message, sizeof failure->message, "%s", message);
    longjmp(failure->escape, 1);
}

static cjpeg_status status_of_error(int code) {
    switch (code) {
    case JERR_OUT_OF_MEMORY:
    case JERR_NO_BACKING_STORE:
        return CJPEG_OUT_OF_MEMORY;
    case JERR_INPUT_EMPTY:
    case JERR_INPUT_EOF:
        return CJPEG_TRUNCATED;
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CCIR601_NOTIMPL:
    case JERR_COMPONENT_COUNT:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_IMAGE_TOO_BIG:
    case JERR_NOT_COMPILED:
    case JERR_SOF_UNSUPPORTED:
        return CJPEG_UNSUPPORTED;
    default:
        return CJPEG_DAMAGED;
    }
}

static void error_exit(j_common_ptr common) {
    cjpeg_failure *failure = (cjpeg_failure *)common->err;
    failure->status = status_of_error(common->err->msg_code);
    common->err->format_message(common, failure->message);
    longjmp(failure->escape, 1);
}

// Whether the bytes that were passed over are zeros or fill bytes (ITU-T T.81 B.1.1.2); others are data that nobody
// decoded. libjpeg has just passed them: they end where it goes on.
static int is_padding(j_common_ptr common, int count) {
    const cjpeg_failure *failure = (cjpeg_failure *)common->err;
    if (!common->is_decompressor || count > HARMLESS_PADDING) return 0;
    const uint8_t *next = ((j_decompress_ptr)common)->src->next_input_byte;
    // An end marker that was put behind the bytes lies elsewhere.
    if (next < failure->input || next > failure->input + failure->input_count)
        next = failure->input + failure->input_count;
    if (next - failure->input < count) return 0;
    for (int index = 1; index <= count; index++)
        if (next[-index] != 0 && next[-index] != 0xff) return 0;
    return 1;
}

// libjpeg warns and goes on with invented samples; what it would have to invent is refused instead.
static int is_harmless(j_common_ptr common) {
    switch (common->err->msg_code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
        return 1;
    case JWRN_EXTRANEOUS_DATA:
        return is_padding(common, common->err->msg_parm.i[0]);
    default:
        return 0;
    }
}

static void emit_message(j_common_ptr common, int level) {
    if (level >= 0 || is_harmless(common)) return;
    cjpeg_failure *failure = (cjpeg_failure *)common->err;
    failure->is_damaged = 1;
    if (failure->tolerates_damage) return;
    int code = common->err->msg_code;
    failure->status = code == JWRN_JPEG_EOF ? CJPEG_TRUNCATED : CJPEG_DAMAGED;
    common->err->format_message(common, failure->message);
    longjmp(failure->escape, 1);
}

static void output_message(j_common_ptr common) {
    (void)common;
}

struct jpeg_error_mgr *cjpeg_failure_prepare(cjpeg_failure *failure) {
    memset(failure, 0, sizeof *failure);
    jpeg_std_error(&failure->manager);
    failure->manager.error_exit = error_exit;
    failure->manager.emit_message = emit_message;
    failure->manager.output_message = output_message;
    return &failure->manager;
}
