#ifndef SORTIE_BUNDLED_DATA_H
#define SORTIE_BUNDLED_DATA_H

#include <stddef.h>

/// Size of the gazetteer and the patterns, compiled by `sortie check --record` and embedded into the binary.
size_t sortie_bundled_data_size(void);

/// Copies `count` bytes of them, from `offset` on; bytes beyond the end are left alone.
void sortie_bundled_data_copy(size_t offset, size_t count, unsigned char *into);

#endif
