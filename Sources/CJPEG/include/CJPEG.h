#ifndef CJPEG_H
#define CJPEG_H

// libjpeg-turbo behind functions that return a status: its longjmp ends inside each of them.
// After a failure every further call on the same object returns the same failure.

#include <stddef.h>
#include <stdint.h>

typedef enum {
    CJPEG_OK = 0,
    CJPEG_TRUNCATED,      // the data end before the picture does
    CJPEG_DAMAGED,        // the data contradict the format
    CJPEG_UNSUPPORTED,    // a feature that libjpeg-turbo does not decode
    CJPEG_OUT_OF_MEMORY,
    CJPEG_TOO_MANY_SCANS,
    CJPEG_INTERRUPTED,    // the interrupt callback asked for it
    CJPEG_MISALIGNED,     // a lossless turn would need blocks that are cut by the picture's edge
    CJPEG_FAILED          // any other failure of the library
} cjpeg_status;

// Asked now and then during long calls; anything but 0 ends the call with CJPEG_INTERRUPTED.
typedef int (*cjpeg_interrupt)(void *context);

typedef struct {
    int maximum_scan_count;
    size_t maximum_memory;        // bytes for whole-picture coefficients
    int tolerates_damage;         // whether samples that are missing or wrong are invented
    cjpeg_interrupt interrupt;    // may be NULL
    void *context;
} cjpeg_limits;

typedef enum { CJPEG_GRAY = 1, CJPEG_RGB = 3, CJPEG_CMYK = 4 } cjpeg_layout;

// Where the next marker begins, from `start` on: a byte 0xff that neither a stuffed zero, nor a reserved code below 0xc0, nor a
// restart, nor a fill byte follows (ITU-T T.81 B.1.1). `count` where there is none.
size_t cjpeg_find_marker(const uint8_t *bytes, size_t count, size_t start);

typedef struct cjpeg_decoder cjpeg_decoder;

// NULL if there is no memory. `bytes` must stay in place until the decoder is destroyed.
cjpeg_decoder *cjpeg_decoder_create(const uint8_t *bytes, size_t count, cjpeg_limits limits);
void cjpeg_decoder_destroy(cjpeg_decoder *decoder);
// Parses up to the first scan; allocates no pixels.
cjpeg_status cjpeg_decoder_open(cjpeg_decoder *decoder);

// One of several scans of a file.
typedef struct {
    const uint8_t *header;        // a file's beginning as it were without other scans: tables, frame, and this scan's header
    size_t header_count;
    const uint8_t *data;          // its entropy-coded bytes, up to the next marker
    size_t data_count;
} cjpeg_scan;

// Lets all scans of an opened file be read side by side, row by row, where else all coefficients would be held until the last
// scan has come. Together they must give each coefficient of each component once in full; the headers are read at once, the data
// must stay in place until the decoder is destroyed.
cjpeg_status cjpeg_decoder_join_scans(cjpeg_decoder *decoder, const cjpeg_scan *scans, size_t count);

// Begins to decode at 1/denominator (1, 2, 4 or 8); a picture of scans that are not joined is read as a whole here.
cjpeg_status cjpeg_decoder_start(cjpeg_decoder *decoder, unsigned denominator);
// Size of the file's picture before the start, of the scaled one after it.
unsigned cjpeg_decoder_width(const cjpeg_decoder *decoder);
unsigned cjpeg_decoder_height(const cjpeg_decoder *decoder);
cjpeg_layout cjpeg_decoder_layout(const cjpeg_decoder *decoder);
// The mean by which rounding makes the samples of each channel of a started picture too large, in 64ths of a level.
void cjpeg_decoder_bias(const cjpeg_decoder *decoder, int bias[3]);
// Writes one row of width * layout bytes.
cjpeg_status cjpeg_decoder_read_row(cjpeg_decoder *decoder, uint8_t *row);

// One component of a picture, as it is after decoding.
typedef struct {
    unsigned width;
    unsigned height;
    unsigned row_count;           // rows that come with each read
    double horizontal_pitch;      // pixels of the file's picture that a sample stands for
    double vertical_pitch;
    unsigned mean_side;           // side of the square of file samples averaged into one sample
    int bias;                     // the mean by which rounding makes the samples too large, in 64ths of a level
} cjpeg_plane;

// Whether an opened file holds YCbCr with chroma planes that are as large as luma, or half as wide or high.
int cjpeg_decoder_has_planes(const cjpeg_decoder *decoder);
// As cjpeg_decoder_start, but samples are read as they are stored: not upsampled, not converted. A reduced picture has
// subsampled chroma up to the size of luma, unless `reduces_chroma` asks for all planes at the same fraction.
cjpeg_status cjpeg_decoder_start_planes(cjpeg_decoder *decoder, unsigned denominator, int reduces_chroma);
cjpeg_plane cjpeg_decoder_plane(const cjpeg_decoder *decoder, int index);
// Decodes the next `row_count` rows of each plane; those behind the last row of a plane mean nothing.
cjpeg_status cjpeg_decoder_read_planes(cjpeg_decoder *decoder);
// A row of the last read, 0 to `row_count` - 1; owned by the decoder and valid until the next read.
const uint8_t *cjpeg_decoder_plane_row(const cjpeg_decoder *decoder, int index, unsigned row);
// Reads to the end marker, so that damage behind the last row is seen.
cjpeg_status cjpeg_decoder_finish(cjpeg_decoder *decoder);
// Whether samples were invented so far.
int cjpeg_decoder_is_damaged(const cjpeg_decoder *decoder);
// The text of the failure.
const char *cjpeg_decoder_message(const cjpeg_decoder *decoder);

typedef struct {
    unsigned width;
    unsigned height;
    cjpeg_layout layout;          // CJPEG_GRAY or CJPEG_RGB
    int quality;                  // 1 (coarsest) to 100
    int horizontal_sampling;      // luma samples for one of chroma: 1 or 2
    int vertical_sampling;
    int is_progressive;
    int optimizes_coding;
    int takes_planes;             // YCbCr samples at the given sampling instead of rows of RGB
    const uint8_t *exif;          // what stands in an APP1 marker, or NULL
    size_t exif_count;            // at most 65533
} cjpeg_settings;

typedef struct cjpeg_encoder cjpeg_encoder;

// NULL if there is no memory.
cjpeg_encoder *cjpeg_encoder_create(void);
void cjpeg_encoder_destroy(cjpeg_encoder *encoder);
// Lets the callback end long calls: the end of a progressive or optimised file is most of its work.
void cjpeg_encoder_set_interrupt(cjpeg_encoder *encoder, cjpeg_interrupt interrupt, void *context);
cjpeg_status cjpeg_encoder_start(cjpeg_encoder *encoder, const cjpeg_settings *settings);
cjpeg_status cjpeg_encoder_write_row(cjpeg_encoder *encoder, const uint8_t *row);
// Bytes of a row of a plane: whole blocks, so the last sample must be repeated; and rows for each write.
unsigned cjpeg_encoder_plane_stride(const cjpeg_encoder *encoder, int index);
unsigned cjpeg_encoder_plane_rows(const cjpeg_encoder *encoder, int index);
// Takes one row of units: the rows of each plane, one after the other.
cjpeg_status cjpeg_encoder_write_planes(cjpeg_encoder *encoder, const uint8_t *const planes[3]);
cjpeg_status cjpeg_encoder_finish(cjpeg_encoder *encoder);
// The bytes written and not discarded yet.
const uint8_t *cjpeg_encoder_output(const cjpeg_encoder *encoder, size_t *count);
void cjpeg_encoder_discard_output(cjpeg_encoder *encoder);
const char *cjpeg_encoder_message(const cjpeg_encoder *encoder);

typedef struct {
    int transposes;
    int reverses_columns;
    int reverses_rows;
} cjpeg_turn_kind;

typedef struct cjpeg_turner cjpeg_turner;

// Rearranges the DCT coefficients of a picture so that it stands upright; not one of them changes its magnitude.
// NULL if there is no memory. `bytes` must stay in place until the turner is destroyed.
cjpeg_turner *cjpeg_turner_create(const uint8_t *bytes, size_t count, cjpeg_limits limits);
void cjpeg_turner_destroy(cjpeg_turner *turner);
// CJPEG_MISALIGNED where an edge that would become the first one cuts through blocks.
cjpeg_status cjpeg_turner_run(cjpeg_turner *turner, cjpeg_turn_kind kind);
const uint8_t *cjpeg_turner_output(const cjpeg_turner *turner, size_t *count);
// Whether coefficients were invented.
int cjpeg_turner_is_damaged(const cjpeg_turner *turner);
const char *cjpeg_turner_message(const cjpeg_turner *turner);

#endif
