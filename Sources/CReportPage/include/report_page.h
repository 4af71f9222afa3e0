#ifndef SORTIE_REPORT_PAGE_H
#define SORTIE_REPORT_PAGE_H

#include <stddef.h>

/// The files that the HTML report is made with, embedded into the binary.
enum sortie_report_part { sortie_report_style = 0, sortie_report_script = 1, sortie_report_outlines = 2 };

/// Size of a part in bytes.
size_t sortie_report_part_size(enum sortie_report_part part);

/// Copies the first `count` bytes of a part; bytes beyond its end are left alone.
void sortie_report_part_copy(enum sortie_report_part part, size_t count, unsigned char *into);

#endif
