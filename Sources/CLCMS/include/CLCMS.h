#ifndef CLCMS_H
#define CLCMS_H

// littleCMS for two purposes: pixels of a profile's colours become sRGB, and a colour space told in numbers becomes a
// profile.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What a pixel consists of, in bytes.
typedef enum {
    CLCMS_GRAY,    // to three bytes of sRGB
    CLCMS_RGB,     // to three
    CLCMS_RGBA,    // to four; alpha stays as it is
    CLCMS_LIGHT,   // CMYK as JPEG files hold it, where 255 is no ink; to three
    // Samples of two bytes, the upper one first; to as many bytes of sRGB as those above. Exact, and some ten times slower.
    CLCMS_DEEP_GRAY,
    CLCMS_DEEP_RGB,
    CLCMS_DEEP_RGBA
} clcms_pixels;

// How many pixels a transform is for: tables for many take milliseconds to make, a thousand pixels less without them.
typedef enum {
    CLCMS_FEW,
    CLCMS_MANY
} clcms_amount;

typedef struct clcms_transform clcms_transform;

// NULL where the profile (ICC.1) cannot be read, is of another colour space than the pixels, or says too little.
clcms_transform *clcms_transform_create(const uint8_t *profile, size_t count, clcms_pixels pixels,
                                        clcms_amount amount);
void clcms_transform_destroy(clcms_transform *transform);
// Converts `count` pixels; `from` and `to` may be the same where a pixel keeps its size.
void clcms_transform_apply(const clcms_transform *transform, const uint8_t *from, uint8_t *to, size_t count);
// Writes the name that the profile gives itself, as ASCII with '?' for the rest and a final NUL; false where it has none.
bool clcms_profile_name(const uint8_t *profile, size_t count, char *name, size_t capacity);

// A colour as CIE 1931 has it.
typedef struct {
    double x, y;
} clcms_chromaticity;

// Levels E of 0...1 are of light ((a E + b) ^ gamma) from `start` on, and c E below (ICC.1 parametric curve of type 3).
typedef struct {
    double gamma, a, b, c, start;
} clcms_curve;

typedef struct {
    clcms_chromaticity white, red, green, blue;
    clcms_curve curve;
} clcms_space;

// The profile of a colour space, which the caller frees; NULL where the chromaticities span no colours.
uint8_t *clcms_profile_create(const clcms_space *space, size_t *count);

#endif
