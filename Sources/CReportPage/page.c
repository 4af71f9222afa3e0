#include "report_page.h"

#include <string.h>

static const unsigned char style[] = {
#embed "report.css"
};

static const unsigned char script[] = {
#embed "report.js"
};

static const unsigned char outlines[] = {
#embed "outlines.csv"
};

static const unsigned char *const parts[] = {style, script, outlines};
static const size_t sizes[] = {sizeof style, sizeof script, sizeof outlines};

size_t sortie_report_part_size(enum sortie_report_part part) { return sizes[part]; }

void sortie_report_part_copy(enum sortie_report_part part, size_t count, unsigned char *into) {
  memcpy(into, parts[part], count < sizes[part] ? count : sizes[part]);
}
