#include "text_scan.h"

#include <string.h>

void text_scan_set_bits(const uint8_t *keys, size_t count, unsigned shift, uint64_t *bits) {
  for (size_t number = 0; number < count; number++) {
    const uint8_t *at = keys + 8 * number;
    uint64_t key;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    memcpy(&key, at, 8);
#else
    key = 0;
    for (int byte = 7; byte >= 0; byte--) key = key << 8 | at[byte];
#endif
    uint64_t bit = key >> shift;
    bits[bit >> 6] |= (uint64_t)1 << (bit & 63);
  }
}
