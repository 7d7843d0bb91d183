#ifndef CWEBP_H
#define CWEBP_H

// libwebp behind functions that return a status.
// After a failure every further call on the same object returns the same failure.

#include <stddef.h>
#include <stdint.h>

typedef enum {
    CWEBP_OK = 0,
    CWEBP_TRUNCATED,      // the data end before the picture does
    CWEBP_DAMAGED,        // the data contradict the format
    CWEBP_UNSUPPORTED,
    CWEBP_OUT_OF_MEMORY,
    CWEBP_INTERRUPTED,    // the interrupt callback asked for it
    CWEBP_FAILED          // any other failure of the library
} cwebp_status;

typedef enum { CWEBP_RGB = 3, CWEBP_RGBA = 4 } cwebp_layout;

typedef struct cwebp_decoder cwebp_decoder;

// NULL if there is no memory. `bytes` must stay in place until the decoder is destroyed.
// Where damage is tolerated, rows that came before it can be had after a failure, too.
cwebp_decoder *cwebp_decoder_create(const uint8_t *bytes, size_t count, int tolerates_damage);
void cwebp_decoder_destroy(cwebp_decoder *decoder);
// Parses the header; allocates no pixels.
cwebp_status cwebp_decoder_open(cwebp_decoder *decoder);
unsigned cwebp_decoder_width(const cwebp_decoder *decoder);
unsigned cwebp_decoder_height(const cwebp_decoder *decoder);
cwebp_layout cwebp_decoder_layout(const cwebp_decoder *decoder);
// Whether the picture is stored as planes of Y, Cb and Cr, and nothing else.
int cwebp_decoder_has_planes(const cwebp_decoder *decoder);
// Begins to decode at the given size, at most the picture's own, into rows of the layout.
cwebp_status cwebp_decoder_start(cwebp_decoder *decoder, unsigned width, unsigned height);
// Begins to decode into planes at the picture's own size; those of Cb and Cr have half its sides, rounded up.
cwebp_status cwebp_decoder_start_planes(cwebp_decoder *decoder);
// Reads on until row `index` is there, for at most `byte_limit` further bytes of the file.
// On success `row` is the row, owned by the decoder, or NULL where more has to be read.
cwebp_status cwebp_decoder_advance(cwebp_decoder *decoder, unsigned index, size_t byte_limit,
                                   const uint8_t **row);
// Writes row `index` of a plane (0 is Y, 1 and 2 are Cb and Cr) in JFIF's full range. Rows of Cb and Cr are there with the first
// of the two rows of Y that they belong to, for which `cwebp_decoder_advance` is asked.
void cwebp_decoder_read_plane_row(const cwebp_decoder *decoder, int plane, unsigned index, uint8_t *row);

typedef struct {
    unsigned width;
    unsigned height;
    cwebp_layout layout;
    int takes_planes;                  // 1 for planes of Y, Cb and Cr instead of rows of the layout; lossy only
    int quality;                       // 0 (coarsest) to 100; of a lossless file the effort
    int method;                        // 0 (fastest) to 6 (smallest)
    int is_lossless;
    int (*interrupt)(void *context);   // may be NULL; anything but 0 ends the encoding
    void *context;
} cwebp_settings;

typedef struct cwebp_encoder cwebp_encoder;

// NULL if there is no memory.
cwebp_encoder *cwebp_encoder_create(cwebp_settings settings);
void cwebp_encoder_destroy(cwebp_encoder *encoder);
// Takes the next row of width * layout bytes.
cwebp_status cwebp_encoder_write_row(cwebp_encoder *encoder, const uint8_t *row);
// Takes the next row of a plane: 0 is Y, 1 and 2 are Cb and Cr at half the width and height, rounded up, all of
// JFIF's full range. Planes may come in any order.
cwebp_status cwebp_encoder_write_plane_row(cwebp_encoder *encoder, int plane, const uint8_t *row);
// Begins to encode on a thread of its own while rows of planes still come; the output is the same. Nothing happens where that
// cannot be.
void cwebp_encoder_begin(cwebp_encoder *encoder);
// The processors that this process may use: fewer than the machine's where taskset or a cpuset says so;
// a quota of processor time changes nothing.
unsigned cwebp_processor_count(void);
// Encodes the rows of several encoders on up to `thread_count` threads; the output does not depend on their number. Only
// the first may have begun before.
// `cwebp_encoder_finish` then answers for each what came of it, at once.
void cwebp_encode_all(cwebp_encoder *const *encoders, size_t count, unsigned thread_count);
// Encodes the rows; the output is owned by the encoder.
cwebp_status cwebp_encoder_finish(cwebp_encoder *encoder);
const uint8_t *cwebp_encoder_output(const cwebp_encoder *encoder, size_t *count);

#endif
