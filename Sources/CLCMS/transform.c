#include "include/CLCMS.h"

#include <lcms2.h>

static cmsUInt32Number format_of(clcms_pixels pixels) {
    switch (pixels) {
    case CLCMS_GRAY: return TYPE_GRAY_8;
    case CLCMS_RGB: return TYPE_RGB_8;
    case CLCMS_RGBA: return TYPE_RGBA_8;
    case CLCMS_DEEP_GRAY: return TYPE_GRAY_16_SE;
    case CLCMS_DEEP_RGB: return TYPE_RGB_16_SE;
    case CLCMS_DEEP_RGBA: return TYPE_RGBA_16_SE;
    default: return TYPE_CMYK_8_REV;
    }
}

static cmsColorSpaceSignature space_of(clcms_pixels pixels) {
    switch (pixels) {
    case CLCMS_GRAY:
    case CLCMS_DEEP_GRAY: return cmsSigGrayData;
    case CLCMS_LIGHT: return cmsSigCmykData;
    default: return cmsSigRgbData;
    }
}

static cmsHTRANSFORM to_srgb(cmsHPROFILE source, clcms_pixels pixels, clcms_amount amount) {
    // Tables for 16 bits have too few points for shadows.
    int is_deep = pixels == CLCMS_DEEP_GRAY || pixels == CLCMS_DEEP_RGB || pixels == CLCMS_DEEP_RGBA;
    int has_alpha = pixels == CLCMS_RGBA || pixels == CLCMS_DEEP_RGBA;
    cmsUInt32Number tables = amount == CLCMS_FEW || is_deep ? cmsFLAGS_NOOPTIMIZE : 0;
    cmsHPROFILE target = cmsCreate_sRGBProfile();
    if (target == NULL) return NULL;
    cmsHTRANSFORM transform =
        cmsCreateTransform(source, format_of(pixels), target, has_alpha ? TYPE_RGBA_8 : TYPE_RGB_8,
                           INTENT_PERCEPTUAL, cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_COPY_ALPHA | tables);
    cmsCloseProfile(target);
    return transform;
}

clcms_transform *clcms_transform_create(const uint8_t *profile, size_t count, clcms_pixels pixels,
                                        clcms_amount amount) {
    if (count > UINT32_MAX) return NULL;
    cmsHPROFILE source = cmsOpenProfileFromMem(profile, (cmsUInt32Number)count);
    if (source == NULL) return NULL;
    cmsHTRANSFORM transform = cmsGetColorSpace(source) == space_of(pixels) ? to_srgb(source, pixels, amount) : NULL;
    cmsCloseProfile(source);
    return (clcms_transform *)transform;
}

void clcms_transform_destroy(clcms_transform *transform) {
    cmsDeleteTransform((cmsHTRANSFORM)transform);
}

void clcms_transform_apply(const clcms_transform *transform, const uint8_t *from, uint8_t *to, size_t count) {
    cmsDoTransform((cmsHTRANSFORM)transform, from, to, (cmsUInt32Number)count);
}

bool clcms_profile_name(const uint8_t *profile, size_t count, char *name, size_t capacity) {
    if (count > UINT32_MAX || capacity > UINT32_MAX) return false;
    cmsHPROFILE source = cmsOpenProfileFromMem(profile, (cmsUInt32Number)count);
    if (source == NULL) return false;
    cmsUInt32Number length =
        cmsGetProfileInfoASCII(source, cmsInfoDescription, "en", "US", name, (cmsUInt32Number)capacity);
    cmsCloseProfile(source);
    return length > 1;
}
