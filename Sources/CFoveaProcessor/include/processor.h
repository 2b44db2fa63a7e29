#ifndef FOVEA_PROCESSOR_H
#define FOVEA_PROCESSOR_H

/// Whether this machine runs what was compiled for x86-64-v3 (AVX2 and FMA) or x86-64-v4 (AVX-512 F, BW, CD, DQ, VL).
int fovea_processor_has_avx2(void);
int fovea_processor_has_avx512(void);

#ifdef __linux__
#include <stddef.h>

// Of <sched.h>, which shows them only to those who ask for GNU's extensions: the processor of the calling thread, and
// the set of those that a thread may run on, as bits.
int fovea_current_processor(void) __asm__("sched_getcpu");
int fovea_allowed_processors(int thread, size_t size, void *set) __asm__("sched_getaffinity");
int fovea_allow_processors(int thread, size_t size, const void *set) __asm__("sched_setaffinity");
#endif

#endif
