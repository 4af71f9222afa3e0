#include "vectors.h"

#include <string.h>

/* A table: bits for the first four bytes of stems, then for each hash of three bytes where its entries begin, then the
   entries (offset of the letters, and length in the top eight bits), then the letters of all stems. */
enum { SIEVE_BITS = 16, SIEVE_WORDS = 1 << (SIEVE_BITS - 5), HEAD_BITS = 12, HEADS = 1 << HEAD_BITS };
enum { DIRECTORY = SIEVE_WORDS, ENTRIES = DIRECTORY + HEADS + 1 };

static bool is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }
static bool is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }
static uint8_t lower(uint8_t byte) { return (uint8_t)(byte - 'A') < 26 ? byte | 0x20 : byte; }
static uint32_t sieve_bit(uint32_t four) { return ((four | 0x20202020u) * 0x9E3779B1u) >> (32 - SIEVE_BITS); }
static uint32_t head_slot(uint8_t a, uint8_t b, uint8_t c) {
  return (((uint32_t)a << 16 | (uint32_t)b << 8 | c) * 0x9E3779B1u) >> (32 - HEAD_BITS);
}
static uint32_t four_bytes(uint8_t a, uint8_t b, uint8_t c, uint8_t d) {
  return a | (uint32_t)b << 8 | (uint32_t)c << 16 | (uint32_t)d << 24;
}

static const uint8_t joints[] = {' ', '-', '\n', '\r', '\t'};

/* How words of a stem are joined is not minded, nor case. */
static bool fits(uint8_t byte, uint8_t wanted) {
  if (wanted == ' ' || wanted == '-') {
    for (size_t joint = 0; joint < sizeof joints; joint++) {
      if (byte == joints[joint]) return true;
    }
    return false;
  }
  return lower(byte) == wanted;
}

static void set_sieve_bit(uint32_t *table, const uint8_t *stem, uint8_t fourth) {
  uint32_t bit = sieve_bit(four_bytes(stem[0], stem[1], stem[2], fourth));
  table[bit >> 5] |= 1u << (bit & 31);
}

size_t text_scan_table_size(const uint8_t *lengths, size_t count) {
  size_t letters = 0;
  for (size_t stem = 0; stem < count; stem++) letters += lengths[stem];
  return ENTRIES + count + (letters + 3) / 4;
}

void text_scan_compile_stems(const uint8_t *letters, const uint8_t *lengths, size_t count, uint32_t *table) {
  memset(table, 0, text_scan_table_size(lengths, count) * sizeof *table);
  uint32_t *directory = table + DIRECTORY, *entries = table + ENTRIES;
  const uint8_t *stem = letters;
  for (size_t number = 0; number < count; stem += lengths[number++]) {
    directory[head_slot(stem[0], stem[1], stem[2]) + 1]++;
    if (lengths[number] == 3) {
      /* Anything may follow. Bit 5 is not looked at: half of the bytes stand for the others. */
      for (unsigned fourth = 0x20; fourth < 256; fourth = (fourth + 1) | 0x20) set_sieve_bit(table, stem, (uint8_t)fourth);
    } else if (stem[3] == ' ' || stem[3] == '-') {
      for (size_t joint = 0; joint < sizeof joints; joint++) set_sieve_bit(table, stem, joints[joint]);
    } else {
      set_sieve_bit(table, stem, stem[3]);
    }
  }
  for (size_t slot = 0; slot < HEADS; slot++) directory[slot + 1] += directory[slot];
  stem = letters;
  for (size_t number = 0; number < count; stem += lengths[number++]) {
    uint32_t at = directory[head_slot(stem[0], stem[1], stem[2])];
    while (entries[at] != 0) at++;
    entries[at] = (uint32_t)(stem - letters) | (uint32_t)lengths[number] << 24;
  }
  memcpy(entries + count, letters, (size_t)(stem - letters));
}

static bool begins_stem(const uint8_t *bytes, size_t at, size_t to, const uint32_t *table) {
  const uint32_t *directory = table + DIRECTORY, *entries = table + ENTRIES;
  const uint8_t *letters = (const uint8_t *)(entries + directory[HEADS]);
  if (to - at < 3) return false;
  uint8_t a = lower(bytes[at]), b = lower(bytes[at + 1]), c = lower(bytes[at + 2]);
  uint32_t slot = head_slot(a, b, c);
  for (uint32_t number = directory[slot]; number < directory[slot + 1]; number++) {
    const uint8_t *stem = letters + (entries[number] & 0xFFFFFF);
    size_t length = entries[number] >> 24;
    if (to - at < length || stem[0] != a || stem[1] != b || stem[2] != c) continue;
    size_t next = 3;
    while (next < length && fits(bytes[at + next], stem[next])) next++;
    if (next == length) return true;
  }
  return false;
}

/* Whether a digit stands behind the letters that end at `end`, with a hyphen before it (U+2010 to U+2015 too) or none,
   and the letters are four at most. Gives the start of the letters, or `to`. */
static size_t designation_start(const uint8_t *bytes, size_t from, size_t end, size_t to) {
  size_t at = end;
  if (bytes[at] == '-') {
    at += 1;
  } else if (bytes[at] == 0xE2) {
    if (to - at < 3 || bytes[at + 1] != 0x80 || bytes[at + 2] < 0x90 || bytes[at + 2] > 0x95) return to;
    at += 3;
  }
  if (at >= to || !is_digit(bytes[at])) return to;
  size_t start = end;
  while (start > from && is_letter(bytes[start - 1])) {
    start--;
    if (end - start > 4) return to;
  }
  return start;
}

static size_t find_portable(const uint8_t *bytes, size_t from, size_t at, size_t to, const uint32_t *table) {
  bool inside = at > from && is_letter(bytes[at - 1]);
  for (; at < to; at++) {
    uint8_t byte = bytes[at];
    if (is_letter(byte)) {
      if (!inside) {
        inside = true;
        if (to - at >= 4) {
          uint32_t bit = sieve_bit(four_bytes(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]));
          if (!(table[bit >> 5] >> (bit & 31) & 1)) continue;
        }
        if (begins_stem(bytes, at, to, table)) return at;
      }
      continue;
    }
    if (inside && (is_digit(byte) || byte == '-' || byte == 0xE2)) {
      size_t start = designation_start(bytes, from, at, to);
      if (start < to) return start;
    }
    inside = false;
    if ((byte & 0xFE) == 0xD0) return at;
  }
  return to;
}

#if TEXT_SCAN_X86
typedef struct {
  uint64_t letters, joints, cyrillic;
} block_masks;

__attribute__((target("avx2"))) static inline uint32_t range_mask(__m256i block, char low, char width) {
  __m256i shifted = _mm256_sub_epi8(block, _mm256_set1_epi8(low));
  __m256i clamped = _mm256_min_epu8(shifted, _mm256_set1_epi8((char)(width - 1)));
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(shifted, clamped));
}

__attribute__((target("avx2"))) static inline uint32_t equal_mask(__m256i block, char byte) {
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, _mm256_set1_epi8(byte)));
}

/* Of 64 bytes: which are letters, which may join letters to a digit, which begin a Cyrillic letter. */
__attribute__((target("avx2"))) static inline block_masks masks_of(const uint8_t *bytes) {
  block_masks masks = {0, 0, 0};
  for (int half = 1; half >= 0; half--) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + 32 * half));
    __m256i folded = _mm256_or_si256(block, _mm256_set1_epi8(0x20));
    masks.letters = masks.letters << 32 | range_mask(folded, 'a', 26);
    masks.joints = masks.joints << 32
      | (range_mask(block, '0', 10) | equal_mask(block, '-') | equal_mask(block, (char)0xE2));
    masks.cyrillic = masks.cyrillic << 32
      | equal_mask(_mm256_and_si256(block, _mm256_set1_epi8((char)0xFE)), (char)0xD0);
  }
  return masks;
}

__attribute__((target("avx2"))) static size_t find_avx2(
    const uint8_t *bytes, size_t from, size_t to, const uint32_t *table) {
  size_t at = from;
  uint64_t before = 0;
  /* Four bytes are read from the last byte of a block on. */
  for (; to - at >= 64 + 3; at += 64) {
    block_masks masks = masks_of(bytes + at);
    uint64_t after_letter = masks.letters << 1 | before;
    before = masks.letters >> 63;
    uint64_t starts = masks.letters & ~after_letter;
    uint64_t others = (after_letter & masks.joints) | masks.cyrillic;
    while (starts) {
      unsigned offset = (unsigned)__builtin_ctzll(starts);
      uint32_t four;
      memcpy(&four, bytes + at + offset, 4);
      uint32_t bit = sieve_bit(four);
      if (table[bit >> 5] >> (bit & 31) & 1 && begins_stem(bytes, at + offset, to, table)) break;
      starts &= starts - 1;
    }
    size_t found = starts ? at + (size_t)__builtin_ctzll(starts) : to;
    for (; others; others &= others - 1) {
      size_t other = at + (size_t)__builtin_ctzll(others);
      if (other > found) break;
      size_t start = masks.cyrillic >> (other - at) & 1 ? other : designation_start(bytes, from, other, to);
      if (start < to) return start;
    }
    if (found < to) return found;
  }
  return find_portable(bytes, from, at, to, table);
}
#endif

size_t text_scan_find_trigger(
    const uint8_t *bytes, size_t from, size_t to, const uint32_t *table, text_scan_path path) {
#if TEXT_SCAN_X86
  if (path == TEXT_SCAN_BEST && text_scan_has_vectors()) return find_avx2(bytes, from, to, table);
#endif
  (void)path;
  return find_portable(bytes, from, from, to, table);
}
