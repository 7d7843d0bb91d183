#include "include/CLCMS.h"

#include <lcms2.h>
#include <stdlib.h>

static cmsCIExyY point(clcms_chromaticity color) {
    return (cmsCIExyY){color.x, color.y, 1};
}

static cmsHPROFILE profile_of(const clcms_space *space) {
    // Type 4 of littleCMS is type 3 of ICC.1.
    const clcms_curve *curve = &space->curve;
    const cmsFloat64Number parameters[] = {curve->gamma, curve->a, curve->b, curve->c, curve->start};
    cmsToneCurve *tone = cmsBuildParametricToneCurve(NULL, 4, parameters);
    if (tone == NULL) return NULL;
    cmsToneCurve *tones[] = {tone, tone, tone};
    cmsCIExyY white = point(space->white);
    cmsCIExyYTRIPLE primaries = {point(space->red), point(space->green), point(space->blue)};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, tones);
    cmsFreeToneCurve(tone);
    return profile;
}

uint8_t *clcms_profile_create(const clcms_space *space, size_t *count) {
    cmsHPROFILE profile = profile_of(space);
    if (profile == NULL) return NULL;
    cmsUInt32Number length = 0;
    uint8_t *bytes = cmsSaveProfileToMem(profile, NULL, &length) ? malloc(length) : NULL;
    if (bytes != NULL && !cmsSaveProfileToMem(profile, bytes, &length)) {
        free(bytes);
        bytes = NULL;
    }
    cmsCloseProfile(profile);
    *count = length;
    return bytes;
}
