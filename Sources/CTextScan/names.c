#include "vectors.h"

#include <string.h>

enum { LONGEST_PLACE = 64 };
enum { ENDS = 1, GOES_ON = 2 };

static bool is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }
static bool is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

static uint64_t little64(const uint8_t *at) {
  uint64_t number;
  memcpy(&number, at, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  number = __builtin_bswap64(number);
#endif
  return number;
}

static uint32_t little32(const uint8_t *at) {
  uint32_t number;
  memcpy(&number, at, 4);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  number = __builtin_bswap32(number);
#endif
  return number;
}

/* Hashes of names, as the gazetteer has them. */
static uint64_t added(uint64_t hash, uint8_t byte) { return (hash ^ byte) * 0x100000001B3u; }

static uint64_t key_of(uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93u;
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93u;
  return hash ^ hash >> 32;
}

static bool sifted(const uint8_t *sieve, unsigned shift, uint64_t packed) {
  uint64_t bit = ((packed ^ packed >> 29) * 0x9E3779B97F4A7C15u) >> shift;
  return sieve[bit >> 3] >> (bit & 7) & 1;
}

/* Whether a name of any table ends with the key, and whether one goes on from it. */
static unsigned looked_up(const text_scan_names *names, uint64_t hash) {
  uint64_t key = key_of(hash), bit = key >> names->key_shift;
  if (!(names->key_bits[bit >> 6] >> (bit & 63) & 1)) return 0;
  unsigned found = 0;
  for (size_t number = 0; number < names->table_count; number++) {
    const text_scan_name_table *table = names->tables + number;
    const uint8_t *bucket = table->directory + 4 * (size_t)(key >> table->shift);
    size_t at = little32(bucket), end = little32(bucket + 4);
    if (end > table->key_count) end = table->key_count;
    for (; at < end; at++) {
      if (little64(table->keys + 8 * at) != key) continue;
      uint32_t payload = little32(table->payloads + 4 * at);
      found |= (payload & 0x7FFFFFFFu ? ENDS : 0u) | (payload >> 31 ? GOES_ON : 0u);
      break;
    }
  }
  return found;
}

/* Behind the letters from `at` on, whose first eight are packed, in lower case. */
static size_t letters_portable(const uint8_t *bytes, size_t at, size_t to, uint64_t *packed) {
  uint64_t letters = 0;
  for (size_t start = at; at < to && is_letter(bytes[at]); at++) {
    if (at - start < 8) letters = letters << 8 | (bytes[at] | 0x20);
  }
  *packed = letters;
  return at;
}

#if TEXT_SCAN_X86
/* SSE2 is part of every x86-64. */
static inline size_t letters_sse2(const uint8_t *bytes, size_t at, size_t to, uint64_t *packed) {
  if (to - at < 16) return letters_portable(bytes, at, to, packed);
  __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
  __m128i shifted = _mm_sub_epi8(_mm_or_si128(block, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
  unsigned others = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_subs_epu8(shifted, _mm_set1_epi8(25)), _mm_setzero_si128())) ^ 0xFFFFu;
  uint64_t first = __builtin_bswap64(little64(bytes + at) | 0x2020202020202020u);
  unsigned count = others ? (unsigned)__builtin_ctz(others) : 16;
  if (count < 8) {
    *packed = count ? first >> (64 - 8 * count) : 0;
  } else {
    *packed = first;
  }
  size_t end = at + count;
  if (count == 16) {
    while (end < to && is_letter(bytes[end])) end++;
  }
  return end;
}
#endif

static inline size_t letters_of(const uint8_t *bytes, size_t at, size_t to, uint64_t *packed, bool vectors) {
#if TEXT_SCAN_X86
  if (vectors) return letters_sse2(bytes, at, to, packed);
#endif
  (void)vectors;
  return letters_portable(bytes, at, to, packed);
}

/* What may be behind a word that is no simple end of it: an apostrophe or a character outside ASCII. */
static bool is_open(uint8_t byte) { return byte >= 0x80 || byte == '\'' || byte == '`'; }

/* Whether a place may begin with a word, or be it. */
static bool may_begin_place(const text_scan_names *names, const uint8_t *word, size_t count, uint64_t packed) {
  if (count > LONGEST_PLACE) return true;
  if (count <= 8 && names->form_initials >> (word[0] & 31) & 1) {
    for (size_t form = 0; form < names->form_count; form++) {
      if (names->forms[form] == packed) return true;
    }
  }
  uint64_t fold = names->fold_seed;
  uint8_t merged[2 * LONGEST_PLACE], last = 0;
  size_t length = 0;
  for (size_t at = 0; at < count; at++) {
    uint8_t letter = word[at] | 0x20;
    if (letter != last) fold = added(fold, letter);
    last = letter;
  }
  if (looked_up(names, fold) & ENDS) return true;
  for (size_t at = 0; at < count;) {
    text_scan_merging step = names->merging[27 * (word[at] & 31) + (at + 1 < count ? word[at + 1] & 31 : 0)];
    if (step.first && (length == 0 || merged[length - 1] != step.first)) merged[length++] = step.first;
    if (step.second && (length == 0 || merged[length - 1] != step.second)) merged[length++] = step.second;
    at += step.taken;
  }
  if (length > 2 && merged[length - 1] == 'h') length--;
  if (length > 2 && merged[length - 1] == 'a') length--;
  uint64_t mid = names->mid_seed, prefix = names->prefix_seed;
  for (size_t at = 0; at < length; at++) {
    mid = added(mid, merged[at]);
    prefix = added(prefix, merged[at]);
  }
  return (looked_up(names, mid) & ENDS) || (looked_up(names, prefix) & GOES_ON);
}

/* Whether a name of several words goes on from the hash of a first one. */
static bool may_go_on(
    const text_scan_names *names, uint64_t hash, const uint8_t *bytes, size_t start, size_t end, size_t to) {
  if (end >= to) return false;
  switch (bytes[end]) {
    case ',': case ';': case ':': case '!': case '?': case '"': case '(': case ')': return false;
    case '.': return end - start <= 4;
    case ' ': case '\n': case '\r': case '\t': case '-': break;
    default: return true;
  }
  if (end + 1 >= to || !is_letter(bytes[end + 1])) return true;
  size_t at = end + 1;
  uint64_t before = hash;
  uint8_t last = 0;
  for (; at < to && is_letter(bytes[at]); at++) {
    before = hash;
    last = bytes[at] | 0x20;
    hash = added(hash, last);
  }
  if (at < to && is_open(bytes[at])) return true;
  return looked_up(names, hash) || (last == 's' && looked_up(names, before) & ENDS);
}

/* Whether a name may begin with letters that end without an apostrophe or a character outside ASCII. */
static bool may_begin_name(
    const text_scan_names *names, const uint8_t *bytes, size_t start, size_t end, size_t to) {
  uint64_t hash = names->name_seed, before = hash;
  for (size_t at = start; at < end; at++) {
    before = hash;
    hash = added(hash, bytes[at] | 0x20);
  }
  unsigned found = looked_up(names, hash);
  if (found & ENDS) return true;
  if (end - start > 1 && (bytes[end - 1] | 0x20) == 's' && looked_up(names, before) & ENDS) return true;
  return found & GOES_ON && may_go_on(names, hash, bytes, start, end, to);
}

/* The Arabic article in any of its assimilated forms. */
static bool is_article(uint64_t packed, size_t count) {
  uint8_t second = (uint8_t)packed, first = (uint8_t)(packed >> 8);
  if (count == 2) {
    if (first != 'a' && first != 'e' && first != 'u' && first != 'i') return false;
    if (second == 'l') return true;
    return first != 'i'
      && (second == 'r' || second == 's' || second == 'd' || second == 't' || second == 'n' || second == 'z');
  }
  if (count != 3) return false;
  first = (uint8_t)(packed >> 16);
  uint8_t middle = (uint8_t)(packed >> 8);
  return (first == 'a' || first == 'e') && second == 'h'
    && (middle == 's' || middle == 't' || middle == 'd' || middle == 'c');
}

/* Whether an article of two letters cannot belong to the word behind it: it takes on the letter that the word begins
   with, and in small letters some are English words. */
static bool stands_alone(uint64_t packed, size_t count, bool is_upper, const uint8_t *bytes, size_t end, size_t to) {
  uint8_t second = (uint8_t)packed, first = (uint8_t)(packed >> 8);
  if (count != 2 || second == 'l' || end + 1 >= to || bytes[end] != ' ' || !is_letter(bytes[end + 1])) return false;
  bool is_english = (first == 'a' && (second == 's' || second == 't' || second == 'n')) || (first == 'u' && second == 's');
  return (!is_upper && is_english) || (bytes[end + 1] | 0x20) != second;
}

/* What the letters from `start` on may begin: 0 nothing, 1 a place, 2 any name. */
static unsigned word_kind(
    const text_scan_names *names, const uint8_t *bytes, size_t start, size_t end, size_t to, uint64_t packed) {
  size_t count = end - start;
  uint8_t stop = end < to ? bytes[end] : ' ';
  bool is_upper = bytes[start] < 0x60;
  if (is_open(stop)) return 2;
  const uint8_t *sieve = is_upper ? names->any_sieve : names->lower_sieve;
  unsigned shift = is_upper ? names->any_shift : names->lower_shift;
  bool passes = sifted(sieve, shift, packed)
    || (count > 1 && count <= 8 && (packed & 0xFF) == 's' && sifted(sieve, shift, packed >> 8));
  bool is_place = false;
  if (is_article(packed, count)) {
    is_place = (is_upper || passes || stop == '-' || stop == ' ') && !stands_alone(packed, count, is_upper, bytes, end, to);
  } else if (is_upper && !is_digit(stop)) {
    is_place = may_begin_place(names, bytes + start, count, packed);
  }
  if (!passes) return is_place ? 1 : 0;
  return is_place || may_begin_name(names, bytes, start, end, to) ? 2 : 0;
}

/* What the digits from `start` on may begin: 0 nothing, 2 any name. */
static unsigned number_kind(
    const text_scan_names *names, const uint8_t *bytes, size_t start, size_t end, size_t to) {
  uint8_t stop = end < to ? bytes[end] : ' ';
  if (stop == ',' && end + 1 < to && is_digit(bytes[end + 1])) return 2;
  uint64_t packed = 0, hash = names->name_seed;
  for (size_t at = start; at < end; at++) {
    if (at - start < 8) packed = packed << 8 | bytes[at];
    hash = added(hash, bytes[at]);
  }
  if (stop != ',' && !sifted(names->any_sieve, names->any_shift, packed)) return 0;
  return is_letter(stop) || is_open(stop) || looked_up(names, hash) ? 2 : 0;
}

static inline size_t find_name(
    const text_scan_names *names, const uint8_t *bytes, size_t at, size_t to, size_t *end, text_scan_stop *stop,
    bool vectors) {
  while (at < to) {
    uint8_t byte = bytes[at];
    size_t next;
    unsigned kind;
    if (is_letter(byte)) {
      uint64_t packed;
      next = letters_of(bytes, at, to, &packed, vectors);
      kind = word_kind(names, bytes, at, next, to, packed);
    } else if (is_digit(byte)) {
      for (next = at + 1; next < to && is_digit(bytes[next]);) next++;
      kind = number_kind(names, bytes, at, next, to);
    } else if (byte < 0x80) {
      at++;
      continue;
    } else {
      *stop = TEXT_SCAN_OTHER;
      *end = at;
      return at;
    }
    if (kind) {
      *stop = kind == 2 ? TEXT_SCAN_NAME : TEXT_SCAN_PLACE;
      *end = next;
      return at;
    }
    /* Past what else belongs to the word: letters and digits, and apostrophes before a letter. */
    for (at = next; at < to; at++) {
      uint8_t byte = bytes[at];
      if (is_letter(byte) || is_digit(byte)) continue;
      if (byte == '\'' && at + 1 < to && is_letter(bytes[at + 1])) continue;
      if (byte >= 0x80 || (byte == '\'' && at + 1 < to && bytes[at + 1] >= 0x80)) {
        *stop = TEXT_SCAN_OTHER_WITHIN;
        *end = at;
        return at;
      }
      break;
    }
  }
  *end = to;
  return to;
}

size_t text_scan_find_name(
    const text_scan_names *names, const uint8_t *bytes, size_t from, size_t to, size_t *end, text_scan_stop *stop,
    text_scan_path path) {
#if TEXT_SCAN_X86
  if (path == TEXT_SCAN_BEST) return find_name(names, bytes, from, to, end, stop, true);
#endif
  (void)path;
  return find_name(names, bytes, from, to, end, stop, false);
}
