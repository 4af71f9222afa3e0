#include "character_sets.h"

#include <iconv.h>
#include <string.h>
#include <uchardet.h>

ptrdiff_t sortie_decode(const char *encoding, const uint8_t *bytes, size_t count, sortie_character *characters) {
  iconv_t converter = iconv_open("UCS-4LE", encoding);
  if (converter == (iconv_t)-1) return -1;
  char *input = (char *)bytes;
  size_t left = count;
  ptrdiff_t written = 0;
  while (left > 0) {
    uint8_t one[4];
    char *output = (char *)one;
    size_t room = sizeof one;
    size_t before = left;
    // Room for one character makes iconv stop behind each, which tells how many bytes it took.
    iconv(converter, &input, &left, &output, &room);
    uint32_t scalar = 0xFFFD;
    if (room == 0) {
      scalar = one[0] | (uint32_t)one[1] << 8 | (uint32_t)one[2] << 16 | (uint32_t)one[3] << 24;
    } else {
      // Nothing came of these bytes: pass over one, and begin anew behind it.
      iconv(converter, NULL, NULL, NULL, NULL);
      if (left == before) {
        input += 1;
        left -= 1;
      }
    }
    if (left == before) {
      // A second character of what was read before.
      if (written > 0) characters[written - 1].scalar = 0xFFFD;
      continue;
    }
    characters[written].scalar = scalar;
    characters[written].length = (uint32_t)(before - left);
    written += 1;
  }
  iconv_close(converter);
  return written;
}

void sortie_detect(const uint8_t *bytes, size_t count, char *name, size_t capacity) {
  name[0] = 0;
  uchardet_t detector = uchardet_new();
  if (!detector) return;
  if (uchardet_handle_data(detector, (const char *)bytes, count) == 0) {
    uchardet_data_end(detector);
    const char *found = uchardet_get_charset(detector);
    if (found && strlen(found) < capacity) strcpy(name, found);
  }
  uchardet_delete(detector);
}
