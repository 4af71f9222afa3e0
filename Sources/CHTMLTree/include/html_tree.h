#pragma once

#include <stddef.h>
#include <stdint.h>

/// A page as a list of nodes in the order of the document; what lies below a node follows it.
typedef struct {
  enum { SORTIE_ELEMENT, SORTIE_TEXT } kind;
  /// libgumbo's number of the element; its last for elements it does not know.
  int32_t tag;
  /// Place of the parent in the list; -1 at the top.
  int32_t parent;
  /// Behind the last node below this one.
  int32_t end;
  /// The words of a text, characters of the page put in for references.
  const char *text;
  size_t text_count;
  /// Where the tag, or the text, begins, and where the tag ends; offset of the page, or -1 where it has none.
  ptrdiff_t source_start;
  ptrdiff_t source_end;
  int32_t attribute_start;
  int32_t attribute_count;
} sortie_html_node;

typedef struct {
  const char *name;
  const char *value;
  /// Of the value; -1 where it has none.
  ptrdiff_t source_start;
  ptrdiff_t source_end;
} sortie_html_attribute;

typedef struct {
  const sortie_html_node *nodes;
  size_t node_count;
  const sortie_html_attribute *attributes;
  size_t attribute_count;
  void *memory;
} sortie_html_page;

/// Parses a page of UTF-8. 0: done; 1: it needs more memory than `memory_limit`; 2: the system has no more memory.
/// Whatever it gives, free the page.
int sortie_html_parse(const char *bytes, size_t count, size_t memory_limit, sortie_html_page *page);
void sortie_html_free(sortie_html_page *page);

/// Name of an element by libgumbo's number; empty for those it does not know.
const char *sortie_html_tag_name(int32_t tag);
/// Numbers are below this.
int32_t sortie_html_tag_count(void);
