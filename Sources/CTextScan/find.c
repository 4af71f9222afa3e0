#include "vectors.h"

#include <string.h>

static size_t find_portable(const uint8_t *bytes, size_t from, size_t to, uint8_t a, uint8_t b) {
  const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
  size_t at = from;
  for (; to - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    uint64_t x = word ^ (ones * a), y = word ^ (ones * b);
    if ((((x - ones) & ~x) | ((y - ones) & ~y)) & tops) break;
  }
  while (at < to && bytes[at] != a && bytes[at] != b) at++;
  return at;
}

#if TEXT_SCAN_X86
__attribute__((target("avx2"))) static size_t find_avx2(
    const uint8_t *bytes, size_t from, size_t to, uint8_t a, uint8_t b) {
  const __m256i first = _mm256_set1_epi8((char)a), second = _mm256_set1_epi8((char)b);
  size_t at = from;
  for (; to - at >= 32; at += 32) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + at));
    __m256i hit = _mm256_or_si256(_mm256_cmpeq_epi8(block, first), _mm256_cmpeq_epi8(block, second));
    uint32_t mask = (uint32_t)_mm256_movemask_epi8(hit);
    if (mask) return at + (size_t)__builtin_ctz(mask);
  }
  return find_portable(bytes, at, to, a, b);
}
#endif

size_t text_scan_find(const uint8_t *bytes, size_t from, size_t to, uint8_t a, uint8_t b, text_scan_path path) {
#if TEXT_SCAN_X86
  if (path == TEXT_SCAN_BEST && text_scan_has_vectors()) return find_avx2(bytes, from, to, a, b);
#endif
  (void)path;
  return find_portable(bytes, from, to, a, b);
}

bool text_scan_has_vectors(void) {
#if TEXT_SCAN_X86
  return __builtin_cpu_supports("avx2");
#else
  return false;
#endif
}
