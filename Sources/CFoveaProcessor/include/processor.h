#ifndef FOVEA_PROCESSOR_H
#define FOVEA_PROCESSOR_H

/// Whether this machine runs what was compiled for x86-64-v3 (AVX2 and FMA) or x86-64-v4 (AVX-512 F, BW, CD, DQ, VL).
int fovea_processor_has_avx2(void);
int fovea_processor_has_avx512(void);

#endif
