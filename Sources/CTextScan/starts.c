#include "vectors.h"

#include <string.h>

/* Classes of bytes, as StartTable in Swift tells them: 0 other, 1 to 26 letters, 27 digits, 28 white space, 29 the first
   byte of a mark, 30 other bytes outside ASCII, 31 the hyphen. */
enum { DIGIT = 27, MARK = 29 };

static const uint8_t classes[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 28, 28, 28, 28, 28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 31, 0, 0, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 0, 0, 0, 0, 0, 0,
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 0, 0, 0, 0, 0,
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 0, 0, 0, 0, 0,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
};

static inline bool is_word(uint8_t byte, uint32_t class) { return (class >= 1 && class <= DIGIT) || byte == '_'; }

static size_t find(
    const text_scan_starts *table, const uint8_t *bytes, size_t count, size_t from, size_t to, size_t found,
    text_scan_places *places) {
  size_t width = table->width;
  uint32_t trigram =
    (from < count ? (uint32_t)classes[bytes[from]] << 5 : 0) | (from + 1 < count ? classes[bytes[from + 1]] : 0);
  bool after_word = from > 0 && is_word(bytes[from - 1], classes[bytes[from - 1]]);
  for (size_t at = from; at < to; at++) {
    trigram = (trigram << 5 | (at + 2 < count ? classes[bytes[at + 2]] : 0)) & 0x7FFF;
    uint8_t byte = bytes[at];
    uint32_t class = trigram >> 10, kind = 0;
    bool begins = !after_word;
    after_word = is_word(byte, class);
    uint64_t every = 0;
    uint64_t *row = places->patterns + found;
    if (byte >= 0x80) {
      if ((byte & 0xC0) == 0x80) continue;
      if (class == MARK) {
        if (at + 2 >= count || bytes[at + 1] != 0x80) continue;
        const uint64_t *mark = table->marks + (bytes[at + 2] & 0x3F) * width;
        for (size_t word = 0; word < width; word++) every |= row[word * places->stride] = mark[word];
        if (every != 0) places->offsets[found++] = (uint32_t)at;
        continue;
      }
    }
    if (class >= 1 && class <= DIGIT) kind = (begins ? 2 : 0) | (class < DIGIT && !(byte & 0x20) ? 1 : 0);
    uint32_t slot = kind << 15 | trigram;
    if (!(table->live[slot >> 6] >> (slot & 63) & 1)) continue;
    const uint64_t *one = table->one + (kind << 5 | class) * width;
    const uint64_t *two = table->two + (slot >> 5) * width;
    const uint64_t *three = table->three + table->rows[slot] * width;
    for (size_t word = 0; word < width; word++) {
      every |= row[word * places->stride] = one[word] | two[word] | three[word];
    }
    if (every != 0) places->offsets[found++] = (uint32_t)at;
  }
  return found;
}

static void gather_portable(const text_scan_places *places, size_t count, size_t width, uint64_t *any) {
  for (size_t word = 0; word < width; word++) {
    const uint64_t *plane = places->patterns + word * places->stride;
    uint64_t all = 0;
    for (size_t place = 0; place < count; place++) all |= plane[place];
    any[word] = all;
  }
}

static size_t collect_portable(
    const uint64_t *plane, const uint32_t *offsets, size_t place, size_t count, unsigned bit, uint32_t *out,
    size_t found) {
  for (; place < count; place++) {
    if (plane[place] >> bit & 1) out[found++] = offsets[place];
  }
  return found;
}

#if TEXT_SCAN_X86
__attribute__((target("avx2"))) static void gather_avx2(
    const text_scan_places *places, size_t count, size_t width, uint64_t *any) {
  for (size_t word = 0; word < width; word++) {
    const uint64_t *plane = places->patterns + word * places->stride;
    __m256i sum = _mm256_setzero_si256();
    size_t place = 0;
    for (; place + 4 <= count; place += 4) {
      sum = _mm256_or_si256(sum, _mm256_loadu_si256((const __m256i *)(plane + place)));
    }
    uint64_t four[4];
    _mm256_storeu_si256((__m256i *)four, sum);
    uint64_t all = four[0] | four[1] | four[2] | four[3];
    for (; place < count; place++) all |= plane[place];
    any[word] = all;
  }
}

__attribute__((target("avx2"))) static size_t collect_avx2(
    const uint64_t *plane, const uint32_t *offsets, size_t place, size_t count, unsigned bit, uint32_t *out,
    size_t found) {
  __m128i shift = _mm_cvtsi32_si128(63 - (int)bit);
  for (; place + 4 <= count; place += 4) {
    __m256i four = _mm256_sll_epi64(_mm256_loadu_si256((const __m256i *)(plane + place)), shift);
    unsigned mask = (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(four));
    for (; mask; mask &= mask - 1) out[found++] = offsets[place + (size_t)__builtin_ctz(mask)];
  }
  return collect_portable(plane, offsets, place, count, bit, out, found);
}
#endif

static void gather(const text_scan_places *places, size_t count, size_t width, uint64_t *any) {
#if TEXT_SCAN_X86
  if (text_scan_has_vectors()) return gather_avx2(places, count, width, any);
#endif
  gather_portable(places, count, width, any);
}

/* The first place at or behind an offset; the offsets are in order. */
static size_t first_place(const uint32_t *offsets, size_t count, size_t offset) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (offsets[middle] < offset) low = middle + 1; else high = middle;
  }
  return low;
}

size_t text_scan_places_of(
    const uint32_t *offsets, const uint64_t *patterns, size_t stride, size_t count, size_t pattern, size_t from,
    size_t through, uint32_t *out, text_scan_path path) {
  const uint64_t *plane = patterns + (pattern >> 6) * stride;
  size_t place = from == 0 ? 0 : first_place(offsets, count, from);
  size_t end = first_place(offsets, count, through + 1);
#if TEXT_SCAN_X86
  if (path == TEXT_SCAN_BEST && text_scan_has_vectors()) {
    return collect_avx2(plane, offsets, place, end, pattern & 63, out, 0);
  }
#endif
  (void)path;
  return collect_portable(plane, offsets, place, end, pattern & 63, out, 0);
}

size_t text_scan_find_starts(
    const text_scan_starts *table, const uint8_t *bytes, size_t count, text_scan_places *places, uint64_t *any) {
  size_t found = find(table, bytes, count, 0, count, 0, places);
  gather(places, found, table->width, any);
  return found;
}

size_t text_scan_change_starts(
    const text_scan_starts *table, const uint8_t *bytes, size_t count, const uint32_t *changes, size_t change_count,
    const text_scan_places *before, size_t old_count, text_scan_places *places, uint64_t *any) {
  size_t width = table->width, found = 0, old = 0, done = 0;
  for (size_t change = 0; change <= change_count; change++) {
    bool is_last = change == change_count;
    size_t begin = is_last ? count : changes[change * 4 + 2];
    size_t look = is_last ? count : (begin >= 2 ? begin - 2 : 0);
    /* What stood before `begin` in the old text stood so much further on. */
    long shift = change == 0 ? 0 : (long)changes[change * 4 - 3] - (long)changes[change * 4 - 1];
    if (look < done) look = done;
    while (old < old_count && (long)before->offsets[old] - shift < (long)done) old++;
    size_t first = old;
    for (; old < old_count; old++) {
      long at = (long)before->offsets[old] - shift;
      if (at >= (long)look) break;
      places->offsets[found + old - first] = (uint32_t)at;
    }
    for (size_t word = 0; word < width; word++) {
      memcpy(
          places->patterns + word * places->stride + found, before->patterns + word * before->stride + first,
          (old - first) * sizeof(uint64_t));
    }
    found += old - first;
    if (is_last) break;
    size_t end = (size_t)changes[change * 4 + 3] + 1;
    if (end > count) end = count;
    found = find(table, bytes, count, look, end, found, places);
    done = end;
    size_t old_end = changes[change * 4 + 1];
    while (old < old_count && before->offsets[old] < old_end) old++;
  }
  gather(places, found, width, any);
  return found;
}
