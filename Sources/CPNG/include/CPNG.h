#ifndef CPNG_H
#define CPNG_H

// libpng behind functions that return a status: its longjmp ends inside each of them.
// After a failure every further call on the same object returns the same failure.

#include <stddef.h>
#include <stdint.h>

typedef enum {
    CPNG_OK = 0,
    CPNG_TRUNCATED,       // the data end before the picture does
    CPNG_DAMAGED,         // the data contradict the format
    CPNG_OUT_OF_MEMORY
} cpng_status;

typedef struct {
    unsigned maximum_width;
    unsigned maximum_height;
    size_t maximum_chunk_memory;   // bytes that one compressed chunk beside the picture may expand to
    int tolerates_damage;          // whether chunks with a wrong checksum are used
    int keeps_depth;               // whether samples of 16 bits stay so
} cpng_limits;

typedef enum { CPNG_GRAY = 1, CPNG_RGB = 3, CPNG_RGBA = 4 } cpng_layout;

// What a row that is read holds.
typedef enum {
    CPNG_ROWS,          // samples of 8 bits
    CPNG_INDICES,       // a byte for each pixel, to be looked up
    CPNG_DEEP_ROWS      // samples of 16 bits, the upper byte first
} cpng_row_kind;

typedef struct cpng_decoder cpng_decoder;

// NULL if there is no memory. `bytes` must stay in place until the decoder is destroyed.
cpng_decoder *cpng_decoder_create(const uint8_t *bytes, size_t count, cpng_limits limits);
void cpng_decoder_destroy(cpng_decoder *decoder);
// Parses up to the first image data and sets up the expansion to 8 bit grey, RGB or RGBA.
cpng_status cpng_decoder_open(cpng_decoder *decoder);
unsigned cpng_decoder_width(const cpng_decoder *decoder);
unsigned cpng_decoder_height(const cpng_decoder *decoder);
cpng_layout cpng_decoder_layout(const cpng_decoder *decoder);
// Whether the rows are stored as they are wanted: eight bits a sample, from top to bottom.
int cpng_decoder_has_plain_rows(const cpng_decoder *decoder);
// How often all rows have to be read, each time into the same place: 7 for an interlaced picture, else 1.
int cpng_decoder_pass_count(const cpng_decoder *decoder);
// The embedded colour profile, owned by the decoder; NULL where there is none.
const uint8_t *cpng_decoder_profile(cpng_decoder *decoder, size_t *count);
cpng_row_kind cpng_decoder_row_kind(const cpng_decoder *decoder);
// Bytes of a row that is read.
size_t cpng_decoder_row_size(const cpng_decoder *decoder);
// Makes width * layout bytes of a row of indices; one of no colour is damage, or gray or clear where that is tolerated.
cpng_status cpng_decoder_look_up(cpng_decoder *decoder, const uint8_t *indices, uint8_t *row);
// Completes one row by what the current pass knows of it.
cpng_status cpng_decoder_read_row(cpng_decoder *decoder, uint8_t *row);
// Whether a chunk with a wrong checksum was used.
int cpng_decoder_is_damaged(const cpng_decoder *decoder);
// Reads to the end chunk, so that damage behind the last row is seen.
cpng_status cpng_decoder_finish(cpng_decoder *decoder);
const char *cpng_decoder_message(const cpng_decoder *decoder);

typedef struct {
    unsigned width;
    unsigned height;
    cpng_layout layout;
    int compression_level;
    const uint8_t *exif;           // TIFF block or NULL
    size_t exif_count;
    const uint8_t *palette;        // entries of four bytes RGBA, those that are not opaque first; or NULL
    unsigned palette_count;        // 1 to 256
} cpng_settings;

typedef struct cpng_encoder cpng_encoder;

// NULL if there is no memory.
cpng_encoder *cpng_encoder_create(void);
void cpng_encoder_destroy(cpng_encoder *encoder);
cpng_status cpng_encoder_start(cpng_encoder *encoder, const cpng_settings *settings);
// With a palette a row has one byte for each pixel, an index.
cpng_status cpng_encoder_write_row(cpng_encoder *encoder, const uint8_t *row);
cpng_status cpng_encoder_finish(cpng_encoder *encoder);
// The bytes written and not discarded yet.
const uint8_t *cpng_encoder_output(const cpng_encoder *encoder, size_t *count);
void cpng_encoder_discard_output(cpng_encoder *encoder);
const char *cpng_encoder_message(const cpng_encoder *encoder);

#endif
