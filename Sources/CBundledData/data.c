#include "bundled_data.h"

static const unsigned char compiled[] __attribute__((aligned(64))) = {
#embed "compiled.bin"
};

const unsigned char *sortie_bundled_data(void) { return compiled; }

size_t sortie_bundled_data_size(void) { return sizeof compiled; }
