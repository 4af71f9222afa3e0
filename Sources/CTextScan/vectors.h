#ifndef SORTIE_TEXT_SCAN_VECTORS_H
#define SORTIE_TEXT_SCAN_VECTORS_H

#include "text_scan.h"

#if defined(__x86_64__)
#define TEXT_SCAN_X86 1
#include <immintrin.h>
#else
#define TEXT_SCAN_X86 0
#endif

#endif
