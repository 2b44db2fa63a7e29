// What zlib reads it takes as constant.
#define ZLIB_CONST
#include <zlib.h>
