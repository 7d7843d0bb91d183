#include "kernels.h"

const cpixels_kernels *cpixels_kernels_of(cpixels_set set) {
    switch (set) {
    case CPIXELS_SCALAR: return &cpixels_scalar;
#if defined(__x86_64__)
    case CPIXELS_SSE2: return &cpixels_sse2;
    case CPIXELS_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") ? &cpixels_avx2 : NULL;
#elif defined(__aarch64__)
    case CPIXELS_NEON: return &cpixels_neon;
#endif
    default: return NULL;
    }
}

cpixels_set cpixels_best_set(void) {
#if defined(__x86_64__)
    return cpixels_kernels_of(CPIXELS_AVX2) != NULL ? CPIXELS_AVX2 : CPIXELS_SSE2;
#elif defined(__aarch64__)
    return CPIXELS_NEON;
#else
    return CPIXELS_SCALAR;
#endif
}
