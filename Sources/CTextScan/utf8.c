#include "vectors.h"

#include <string.h>

static bool is_in(uint8_t byte, uint8_t low, uint8_t high) { return byte >= low && byte <= high; }

/* Length of the well-formed sequence of several bytes at `at`, or 0. */
static size_t sequence_length(const uint8_t *bytes, size_t at, size_t to) {
  uint8_t lead = bytes[at], low = 0x80, high = 0xBF;
  size_t length;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if ((lead & 0xF0) == 0xE0) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (to - at < length || !is_in(bytes[at + 1], low, high)) return 0;
  for (size_t next = 2; next < length; next++) {
    if (!is_in(bytes[at + next], 0x80, 0xBF)) return 0;
  }
  return length;
}

static size_t skip_ascii_portable(const uint8_t *bytes, size_t at, size_t to) {
  for (; to - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, bytes + at, 8);
    if (word & 0x8080808080808080u) break;
  }
  while (at < to && bytes[at] < 0x80) at++;
  return at;
}

#if TEXT_SCAN_X86
__attribute__((target("avx2"))) static size_t skip_ascii_avx2(const uint8_t *bytes, size_t at, size_t to) {
  for (; to - at >= 32; at += 32) {
    uint32_t mask = (uint32_t)_mm256_movemask_epi8(_mm256_loadu_si256((const __m256i *)(bytes + at)));
    if (mask) return at + (size_t)__builtin_ctz(mask);
  }
  return skip_ascii_portable(bytes, at, to);
}
#endif

size_t text_scan_find_high(const uint8_t *bytes, size_t from, size_t to, text_scan_path path) {
#if TEXT_SCAN_X86
  if (path == TEXT_SCAN_BEST && text_scan_has_vectors()) return skip_ascii_avx2(bytes, from, to);
#endif
  (void)path;
  return skip_ascii_portable(bytes, from, to);
}

size_t text_scan_find_malformed(const uint8_t *bytes, size_t from, size_t to, text_scan_path path) {
  bool vectors = path == TEXT_SCAN_BEST && text_scan_has_vectors();
  size_t at = from;
  while (at < to) {
#if TEXT_SCAN_X86
    at = vectors ? skip_ascii_avx2(bytes, at, to) : skip_ascii_portable(bytes, at, to);
#else
    (void)vectors;
    at = skip_ascii_portable(bytes, at, to);
#endif
    while (at < to && bytes[at] >= 0x80) {
      size_t length = sequence_length(bytes, at, to);
      if (length == 0) return at;
      at += length;
    }
  }
  return to;
}
