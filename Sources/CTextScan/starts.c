#include "text_scan.h"

/* Classes of bytes, as StartTable in Swift tells them: 0 other, 1 to 26 letters, 27 digits, 28 white space, 29 the first
   byte of a mark, 30 other bytes outside ASCII, 31 the hyphen. */
enum { DIGIT = 27, SPACE = 28, MARK = 29, HIGH = 30, HYPHEN = 31 };

static inline uint32_t class_of(uint8_t byte) {
  if ((uint8_t)((byte | 0x20) - 'a') < 26) return byte & 0x1F;
  if ((uint8_t)(byte - '0') < 10) return DIGIT;
  if (byte == ' ' || (uint8_t)(byte - 9) < 5) return SPACE;
  if (byte == 0xEE) return MARK;
  if (byte >= 0x80) return HIGH;
  return byte == '-' ? HYPHEN : 0;
}

static inline bool is_word(uint8_t byte) {
  return (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10 || byte == '_';
}

static size_t find(
    const text_scan_starts *table, const uint8_t *bytes, size_t count, size_t from, size_t to, size_t found,
    uint32_t *offsets, uint64_t *patterns, uint64_t *any) {
  size_t width = table->width;
  uint32_t trigram = (from < count ? class_of(bytes[from]) << 5 : 0) | (from + 1 < count ? class_of(bytes[from + 1]) : 0);
  bool after_word = from > 0 && is_word(bytes[from - 1]);
  for (size_t at = from; at < to; at++) {
    trigram = (trigram << 5 | (at + 2 < count ? class_of(bytes[at + 2]) : 0)) & 0x7FFF;
    uint8_t byte = bytes[at];
    bool begins = !after_word;
    after_word = is_word(byte);
    uint64_t every = 0;
    uint64_t *row = patterns + found * width;
    if (byte >= 0x80) {
      if ((byte & 0xC0) == 0x80) continue;
      if (byte == 0xEE) {
        if (at + 2 >= count || bytes[at + 1] != 0x80) continue;
        const uint64_t *mark = table->marks + (bytes[at + 2] & 0x3F) * width;
        for (size_t word = 0; word < width; word++) every |= row[word] = mark[word];
        goto settle;
      }
    }
    uint32_t class = trigram >> 10, kind = 0;
    if (class >= 1 && class <= DIGIT) kind = (begins ? 2 : 0) | (class < DIGIT && !(byte & 0x20) ? 1 : 0);
    const uint64_t *one = table->one + (kind << 5 | class) * width;
    const uint64_t *two = table->two + (kind << 10 | trigram >> 5) * width;
    const uint64_t *three = table->three + table->rows[kind << 15 | trigram] * width;
    for (size_t word = 0; word < width; word++) every |= row[word] = one[word] | two[word] | three[word];
  settle:
    if (every == 0) continue;
    offsets[found++] = (uint32_t)at;
    for (size_t word = 0; word < width; word++) any[word] |= row[word];
  }
  return found;
}

size_t text_scan_find_starts(
    const text_scan_starts *table, const uint8_t *bytes, size_t count, uint32_t *offsets, uint64_t *patterns,
    uint64_t *any) {
  for (size_t word = 0; word < table->width; word++) any[word] = 0;
  return find(table, bytes, count, 0, count, 0, offsets, patterns, any);
}

size_t text_scan_change_starts(
    const text_scan_starts *table, const uint8_t *bytes, size_t count, const uint32_t *changes, size_t change_count,
    const uint32_t *old_offsets, const uint64_t *old_patterns, size_t old_count, uint32_t *offsets, uint64_t *patterns,
    uint64_t *any) {
  size_t width = table->width, found = 0, old = 0, done = 0;
  for (size_t word = 0; word < width; word++) any[word] = 0;
  for (size_t change = 0; change <= change_count; change++) {
    bool is_last = change == change_count;
    size_t begin = is_last ? count : changes[change * 4 + 2];
    size_t look = is_last ? count : (begin >= 2 ? begin - 2 : 0);
    /* What stood before `begin` in the old text stood so much further on. */
    long shift = change == 0 ? 0 : (long)changes[change * 4 - 3] - (long)changes[change * 4 - 1];
    if (look < done) look = done;
    for (; old < old_count; old++) {
      long at = (long)old_offsets[old] - shift;
      if (at < (long)done) continue;
      if (at >= (long)look) break;
      offsets[found] = (uint32_t)at;
      for (size_t word = 0; word < width; word++) {
        patterns[found * width + word] = old_patterns[old * width + word];
        any[word] |= old_patterns[old * width + word];
      }
      found++;
    }
    if (is_last) break;
    size_t end = (size_t)changes[change * 4 + 3] + 1;
    if (end > count) end = count;
    found = find(table, bytes, count, look, end, found, offsets, patterns, any);
    done = end;
    size_t old_end = changes[change * 4 + 1];
    while (old < old_count && old_offsets[old] < old_end) old++;
  }
  return found;
}
