#include "peak.h"

#define LOOP(TYPE, WIDTH)                                                                              \
  TYPE a[14], x = {1.0f}, y = {1e-9f};                                                                 \
  for (int i = 0; i < 14; i++) a[i] = x;                                                               \
  for (long r = 0; r < rounds; r++) {                                                                  \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < 14; i++) a[i] = a[i] * x + y;               \
    __asm__ volatile("" : "+v"(a[0]), "+v"(a[1]), "+v"(a[2]), "+v"(a[3]), "+v"(a[4]), "+v"(a[5]),      \
                     "+v"(a[6]), "+v"(a[7]), "+v"(a[8]), "+v"(a[9]), "+v"(a[10]), "+v"(a[11]),         \
                     "+v"(a[12]), "+v"(a[13]));                                                        \
  }                                                                                                    \
  for (int i = 0; i < 14; i++) *sink += a[i][0];                                                       \
  return 14 * 2 * WIDTH;

#pragma STDC FP_CONTRACT ON

#if defined(__x86_64__)
typedef float wide __attribute__((vector_size(64)));
typedef float half __attribute__((vector_size(32)));
__attribute__((target("avx512f,fma"))) static long run512(long rounds, float *sink) { LOOP(wide, 16) }
__attribute__((target("avx2,fma"))) static long run256(long rounds, float *sink) { LOOP(half, 8) }

long peak_rounds(long rounds, float *sink) {
  return __builtin_cpu_supports("avx512f") ? run512(rounds, sink) : run256(rounds, sink);
}
#else
typedef float quarter __attribute__((vector_size(16)));
#undef LOOP
long peak_rounds(long rounds, float *sink) {
  quarter a[14], x = {1.0f}, y = {1e-9f};
  for (int i = 0; i < 14; i++) a[i] = x;
  for (long r = 0; r < rounds; r++)
    for (int i = 0; i < 14; i++) a[i] = a[i] * x + y;
  for (int i = 0; i < 14; i++) *sink += a[i][0];
  return 14 * 2 * 4;
}
#endif
