#include "text_scan.h"

/* Classes of bytes, as WordListTable in Swift tells them: 0 other, 1 to 26 letters, 27 digits. */
static inline uint32_t class_of(uint8_t byte) {
  uint8_t letter = byte | 0x20;
  if (letter >= 'a' && letter <= 'z') return letter & 0x1F;
  return byte >= '0' && byte <= '9' ? 27 : 0;
}

/* Whether the letters at a place are those of a word; a digit of the word is met by a control character as well. */
static inline bool is_word(const uint8_t *bytes, const uint8_t *letters, size_t length) {
  for (size_t index = 0; index < length; index++) {
    if ((bytes[index] | 0x20) != letters[index]) return false;
  }
  return true;
}

bool text_scan_find_words(
    const text_scan_words *table, const uint8_t *bytes, size_t from, size_t to, int32_t *last) {
  uint32_t trigram = from + 1 < to ? class_of(bytes[from]) << 5 | class_of(bytes[from + 1]) : 0;
  uint8_t high = 0;
  bool after_word = false;
  for (size_t at = from; at < to; at++) {
    high |= bytes[at];
    trigram = (trigram << 5 | (at + 2 < to ? class_of(bytes[at + 2]) : 0)) & 0x7FFF;
    bool begins = !after_word;
    after_word = trigram >> 10 != 0;
    if (!(table->live[trigram >> 6] >> (trigram & 63) & 1)) continue;
    uint32_t row = table->rows[trigram];
    for (uint32_t number = table->bucket_starts[row]; number < table->bucket_starts[row + 1]; number++) {
      const text_scan_word *word = table->words + number;
      if ((word->begins_word && !begins) || word->length > to - at) continue;
      if (!is_word(bytes + at, table->letters + word->letters, word->length)) continue;
      for (uint32_t list = word->lists; list < word->lists_end; list++) last[table->lists[list]] = (int32_t)at;
    }
  }
  return high >= 0x80;
}
