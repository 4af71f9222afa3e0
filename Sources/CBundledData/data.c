#include "bundled_data.h"

#include <string.h>

static const unsigned char compiled[] = {
#embed "compiled.bin"
};

size_t sortie_bundled_data_size(void) { return sizeof compiled; }

void sortie_bundled_data_copy(size_t offset, size_t count, unsigned char *into) {
  if (offset > sizeof compiled) return;
  if (count > sizeof compiled - offset) count = sizeof compiled - offset;
  memcpy(into, compiled + offset, count);
}
