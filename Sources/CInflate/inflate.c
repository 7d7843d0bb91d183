#include "include/CInflate.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stdlib.h>

struct cinflate {
    struct inflate_state state;
    int has_header;
    int is_damaged;
};

cinflate *cinflate_create(void) {
    // Zeros: the library leaves its buffers as they are, and a damaged stream may refer to them.
    cinflate *inflate = calloc(1, sizeof *inflate);
    if (inflate == NULL) return NULL;
    isal_inflate_init(&inflate->state);
    inflate->state.crc_flag = ISAL_ZLIB_NO_HDR_VER;
    return inflate;
}

void cinflate_destroy(cinflate *inflate) {
    free(inflate);
}

void cinflate_feed(cinflate *inflate, const uint8_t *bytes, uint32_t count) {
    // It only reads them.
    inflate->state.next_in = (uint8_t *)(uintptr_t)bytes;
    inflate->state.avail_in = count;
}

// What follows is DEFLATE and the sum, which the library works out while the bytes are in the cache.
static int read_header(cinflate *inflate) {
    struct isal_zlib_header header;
    int status = isal_read_zlib_header(&inflate->state, &header);
    inflate->has_header = status == ISAL_DECOMP_OK;
    return inflate->has_header && header.dict_flag ? ISAL_NEED_DICT : status;
}

cinflate_status cinflate_read(cinflate *inflate, uint8_t *target, uint32_t count, uint32_t *written) {
    struct inflate_state *state = &inflate->state;
    *written = 0;
    if (inflate->is_damaged) return CINFLATE_DAMAGED;
    state->next_out = target;
    state->avail_out = count;
    int status = inflate->has_header ? ISAL_DECOMP_OK : read_header(inflate);
    if (inflate->has_header && status == ISAL_DECOMP_OK) status = isal_inflate(state);
    *written = count - state->avail_out;
    // A wrong sum shows with the last bytes, or is not looked at again.
    if (status < 0) inflate->is_damaged = 1;
    if (*written == count) return CINFLATE_FULL;
    if (status == ISAL_DECOMP_OK && state->block_state == ISAL_BLOCK_FINISH) return CINFLATE_ENDED;
    if ((status == ISAL_DECOMP_OK || status == ISAL_END_INPUT) && state->avail_in == 0) return CINFLATE_STARVED;
    inflate->is_damaged = 1;
    return CINFLATE_DAMAGED;
}

uint32_t cinflate_checksum(const uint8_t *bytes, size_t count) {
    return crc32_gzip_refl(0, bytes, count);
}
