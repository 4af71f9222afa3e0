#ifndef SORTIE_TEXT_SCAN_H
#define SORTIE_TEXT_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All functions look at bytes[from ..< to] and give an offset into bytes; to itself stands for "not found". Each has one
   path with vector instructions, taken where the processor has them, and one without; both give the same answers. */

/* Which path is taken. */
typedef enum { TEXT_SCAN_BEST, TEXT_SCAN_PORTABLE } text_scan_path;

/* Whether TEXT_SCAN_BEST is another path than TEXT_SCAN_PORTABLE on this processor. */
bool text_scan_has_vectors(void);

/* The first byte that is a or b. */
size_t text_scan_find(const uint8_t *bytes, size_t from, size_t to, uint8_t a, uint8_t b, text_scan_path path);

/* The first byte outside ASCII. */
size_t text_scan_find_high(const uint8_t *bytes, size_t from, size_t to, text_scan_path path);

/* The first byte that begins no well-formed UTF-8 sequence (Unicode standard, table 3-7). */
size_t text_scan_find_malformed(const uint8_t *bytes, size_t from, size_t to, text_scan_path path);

/* Sets the bit of each of count little-endian numbers of 64 bits that stand one after the other in keys: the bit of the
   number that the key is when it is shifted right. */
void text_scan_set_bits(const uint8_t *keys, size_t count, unsigned shift, uint64_t *bits);

/* Keys of one table of names, in ascending order: numbers of 64 bits, little-endian as all below. For each leading bit
   pattern of a key, `directory` says which is the first with it or a greater one; of each key, bit 31 of `payloads` tells
   that longer names go on from it, and the rest whether any name ends with it. */
typedef struct {
  const uint8_t *directory, *keys, *payloads;
  size_t key_count;
  unsigned shift;
} text_scan_name_table;

/* What two letters of a word become when spellings are brought together: up to two letters (0 for none), of one letter or
   of both. */
typedef struct {
  uint8_t first, second, taken;
} text_scan_merging;

/* Names that are looked for by the hashes of their words. */
typedef struct {
  /* Bits for the first eight letters of first words, of all names and of those that may begin with a small letter. */
  const uint8_t *any_sieve, *lower_sieve;
  unsigned any_shift, lower_shift;
  /* A bit for the leading bits of every key of all tables. */
  const uint64_t *key_bits;
  unsigned key_shift;
  const text_scan_name_table *tables;
  size_t table_count;
  /* Where the hashes of whole names begin, and those of places: without doubled letters, with letters merged, of a
     beginning with letters merged. */
  uint64_t name_seed, fold_seed, mid_seed, prefix_seed;
  /* For each letter (1 to 26) in rows of 27 what it becomes before each other one, and before none (0). */
  const text_scan_merging *merging;
  /* Words of no more than eight letters that are spelled in ways of their own, with their first letters as bits. */
  const uint64_t *forms;
  size_t form_count;
  uint32_t form_initials;
} text_scan_names;

/* What stands where text_scan_find_name stopped. */
typedef enum {
  /* A word that may begin a place only, or any name. */
  TEXT_SCAN_PLACE, TEXT_SCAN_NAME,
  /* A character outside ASCII, between words or within one: the caller has to look at it. */
  TEXT_SCAN_OTHER, TEXT_SCAN_OTHER_WITHIN,
} text_scan_stop;

/* The next word from which a name may begin, or the next character outside ASCII where it comes first. Words that begin
   none are passed over. `*end` is behind its letters or digits. */
size_t text_scan_find_name(
    const text_scan_names *names, const uint8_t *bytes, size_t from, size_t to, size_t *end, text_scan_stop *stop,
    text_scan_path path);

/* Words of 32 bits that text_scan_compile_stems writes. */
size_t text_scan_table_size(const uint8_t *lengths, size_t count);

/* Lays stems out for the search. They stand one after the other in letters, at least 3 bytes long each, in lower case
   (of ASCII), the first three bytes ASCII; lengths are theirs. */
void text_scan_compile_stems(const uint8_t *letters, const uint8_t *lengths, size_t count, uint32_t *table);

/* Where the first trigger begins: a word that begins with a stem, a designation (one to four letters, a hyphen or none,
   a digit), or a Cyrillic letter. A word is a run of ASCII letters. */
size_t text_scan_find_trigger(const uint8_t *bytes, size_t from, size_t to, const uint32_t *table, text_scan_path path);

/* How matches of many patterns begin. Patterns are bits in rows of `width` words. A place is of one of four kinds: bit 1
   tells that a word begins there, bit 0 that its letter is a capital. For each kind, `one` has a row for each class of
   its byte, `two` for its class and the next, and `rows` says which row of `three` is that of three classes (0 is an empty
   one). `live` has a bit for each kind and three classes that is set where any of the three has a pattern. `marks` has a
   row for each of 64 marks, the characters from U+E000 on. */
typedef struct {
  const uint64_t *one, *two, *three, *marks, *live;
  const uint16_t *rows;
  size_t width;
} text_scan_starts;

/* Places at which patterns may begin: their offsets, and for each word of 64 patterns a plane of `stride` words, one a
   place. */
typedef struct {
  uint32_t *offsets;
  uint64_t *patterns;
  size_t stride;
} text_scan_places;

/* Finds each place at which a pattern may begin, and writes to `any` the patterns of all places; gives the number of
   places. There is room for `count` places and one more. */
size_t text_scan_find_starts(
    const text_scan_starts *table, const uint8_t *bytes, size_t count, text_scan_places *places, uint64_t *any);

/* The same for a text in which stretches were changed, from what was found before. Each change is four numbers: where the
   stretch began and ended, and where it does now; the changes are in order. */
size_t text_scan_change_starts(
    const text_scan_starts *table, const uint8_t *bytes, size_t count, const uint32_t *changes, size_t change_count,
    const text_scan_places *before, size_t old_count, text_scan_places *places, uint64_t *any);

/* Writes to `out` the offsets, from `from` through `through`, at which a pattern may begin, and gives their number; there
   is room for `count`. */
size_t text_scan_places_of(
    const uint32_t *offsets, const uint64_t *patterns, size_t stride, size_t count, size_t pattern, size_t from,
    size_t through, uint32_t *out, text_scan_path path);

/* One of the words that are looked for all at once: where its letters stand and how many they are, the range of the lists
   that have it, and whether it counts only where a word begins. */
typedef struct {
  uint32_t letters, lists, lists_end;
  uint16_t length;
  bool begins_word;
} text_scan_word;

/* Words of lists, of three letters or digits at least, in lower case. Those with the same first three are one bucket:
   `rows` has its number for three classes of bytes (a letter 1 to 26, a digit 27), `bucket_starts` its first word, and
   `live` a bit for each three that have one. */
typedef struct {
  const uint64_t *live;
  const uint16_t *rows;
  const uint32_t *bucket_starts;
  const text_scan_word *words;
  const uint8_t *letters;
  const uint16_t *lists;
} text_scan_words;

/* Writes for each list where the last of its words begins in bytes[from ..< to], and leaves the others; tells whether a
   byte is outside ASCII. */
bool text_scan_find_words(
    const text_scan_words *table, const uint8_t *bytes, size_t from, size_t to, int32_t *last);

#endif
