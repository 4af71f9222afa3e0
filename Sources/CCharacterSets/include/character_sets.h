#pragma once

#include <stddef.h>
#include <stdint.h>

/// One character of a text in another encoding.
typedef struct {
  /// Its Unicode scalar; U+FFFD for a byte that means nothing.
  uint32_t scalar;
  /// How many bytes it takes.
  uint32_t length;
} sortie_character;

/// Decodes the bytes one character after the other with iconv.
///
/// Gives the number of characters written, of which there are never more than bytes, or -1 where the system does not
/// know the encoding. `characters` has room for `count`.
ptrdiff_t sortie_decode(const char *encoding, const uint8_t *bytes, size_t count, sortie_character *characters);

/// The encoding that the bytes are most likely in, by uchardet, as a string ended by NUL; empty where it cannot tell.
void sortie_detect(const uint8_t *bytes, size_t count, char *name, size_t capacity);
