// scan FILE.jsonl: seconds that PCRE2 with its JIT takes to find the words of flying and striking in the texts' lines.
// The file is in memory beforehand; what JSON puts around the texts is scanned with them.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const words =
    "\\b(?:air[ -]?strikes?|strikes?|struck|air raids?|raids?|sort(?:ie|ies)|missions?|bomb(?:s|ed|ing|ings|ers?|ardments?)?|"
    "warplanes?|fighter jets?|jets?|aircraft|planes?|helicopters?|drones?|UAVs?|missiles?|rockets?|shell(?:ed|ing)|"
    "engage(?:d|ments?)|destroyed|targets?|targeted|munitions?|air ?bases?|airfields?|aerial|air forces?|air defen[cs]e|"
    "shot down|intercepted|dropped|gunships?)\\b";

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

int main(int count, char **arguments) {
  if (count != 2) return 64;
  FILE *file = fopen(arguments[1], "rb");
  if (!file || fseek(file, 0, SEEK_END)) return perror(arguments[1]), 65;
  long size = ftell(file);
  rewind(file);
  unsigned char *bytes = malloc(size + 1);
  if (!bytes || fread(bytes, 1, size, file) != (size_t)size) return perror(arguments[1]), 65;

  int error;
  PCRE2_SIZE offset;
  pcre2_code *code =
      pcre2_compile((PCRE2_SPTR)words, PCRE2_ZERO_TERMINATED, PCRE2_CASELESS, &error, &offset, NULL);
  if (!code || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE)) return fputs("no JIT\n", stderr), 1;
  pcre2_match_data *data = pcre2_match_data_create(1, NULL);
  PCRE2_SIZE *found = pcre2_get_ovector_pointer(data);

  double start = now();
  size_t matches = 0;
  for (unsigned char *line = bytes, *end = bytes + size; line < end;) {
    unsigned char *next = memchr(line, '\n', end - line);
    size_t length = (next ? next : end) - line, from = 0;
    while (from < length && pcre2_jit_match(code, line, length, from, 0, data, NULL) >= 0) {
      matches++;
      from = found[1];
    }
    line += length + 1;
  }
  printf("%.6f %zu\n", now() - start, matches);
  return 0;
}
