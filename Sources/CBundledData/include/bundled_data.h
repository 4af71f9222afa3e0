#ifndef SORTIE_BUNDLED_DATA_H
#define SORTIE_BUNDLED_DATA_H

#include <stddef.h>

/// The gazetteer and the patterns, compiled by `sortie check --record` and embedded into the binary.
const unsigned char *_Nonnull sortie_bundled_data(void);

/// Their size in bytes.
size_t sortie_bundled_data_size(void);

#endif
