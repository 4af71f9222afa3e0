#include "html_tree.h"

#include <gumbo.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// All that one page needs comes out of one arena. It bounds what a hostile page can take, it lets the parser be left in
// the middle, and it spares libgumbo's own clean-up, which descends once for every level of the page.

typedef struct block {
  struct block *next;
} block;

typedef struct {
  block *blocks;
  size_t used;
  size_t size;
  size_t total;
  size_t limit;
  int failure;
  jmp_buf way_out;
} arena;

static const size_t alignment = 16;
static const size_t block_size = 1 << 16;

static void *take(arena *memory, size_t size) {
  size = (size + alignment - 1) & ~(alignment - 1);
  if (memory->used + size > memory->size) {
    size_t wanted = size + alignment > block_size ? size + alignment : block_size;
    if (size > memory->limit || memory->total + wanted > memory->limit) {
      memory->failure = 1;
      longjmp(memory->way_out, 1);
    }
    block *fresh = malloc(wanted);
    if (!fresh) {
      memory->failure = 2;
      longjmp(memory->way_out, 1);
    }
    fresh->next = memory->blocks;
    memory->blocks = fresh;
    memory->used = alignment;
    memory->size = wanted;
    memory->total += wanted;
  }
  void *place = (char *)memory->blocks + memory->used;
  memory->used += size;
  return place;
}

static void *allocate(void *userdata, size_t size) { return take(userdata, size); }
static void deallocate(void *userdata, void *pointer) {}

static const GumboVector *children(const GumboNode *node) {
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT: return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: return &node->v.element.children;
    default: return NULL;
  }
}

static int is_text(const GumboNode *node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

typedef struct {
  const GumboNode *node;
  unsigned next;
} level;

// Goes through the tree without descending on the stack. `visit` is given each node and, at its end, `leaving`.
static void walk(
    arena *memory, const GumboNode *root, void (*visit)(void *state, const GumboNode *node, int leaving), void *state) {
  size_t capacity = 64;
  size_t depth = 1;
  level *levels = take(memory, capacity * sizeof *levels);
  levels[0] = (level){root, 0};
  visit(state, root, 0);
  while (depth > 0) {
    level *top = &levels[depth - 1];
    const GumboVector *below = children(top->node);
    if (!below || top->next >= below->length) {
      visit(state, top->node, 1);
      depth -= 1;
      continue;
    }
    const GumboNode *node = below->data[top->next++];
    if (depth == capacity) {
      level *more = take(memory, 2 * capacity * sizeof *levels);
      memcpy(more, levels, capacity * sizeof *levels);
      levels = more;
      capacity *= 2;
    }
    levels[depth++] = (level){node, 0};
    visit(state, node, 0);
  }
}

typedef struct {
  const char *bytes;
  size_t byte_count;
  sortie_html_node *nodes;
  int32_t node_count;
  sortie_html_attribute *attributes;
  int32_t attribute_count;
  int32_t open;
} flattening;

static ptrdiff_t offset(const flattening *flat, const char *pointer) {
  if (!pointer || pointer < flat->bytes || pointer > flat->bytes + flat->byte_count) return -1;
  return pointer - flat->bytes;
}

static void count_node(void *state, const GumboNode *node, int leaving) {
  flattening *flat = state;
  if (leaving) return;
  flat->node_count += 1;
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
    flat->attribute_count += node->v.element.attributes.length;
}

static void write_node(void *state, const GumboNode *node, int leaving) {
  flattening *flat = state;
  int is_element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  if (!is_element && !is_text(node)) return;
  if (leaving) {
    if (is_element) {
      flat->nodes[flat->open].end = flat->node_count;
      flat->open = flat->nodes[flat->open].parent;
    }
    return;
  }
  sortie_html_node *to = &flat->nodes[flat->node_count];
  memset(to, 0, sizeof *to);
  to->parent = flat->open;
  to->end = flat->node_count + 1;
  to->source_start = to->source_end = -1;
  if (!is_element) {
    to->kind = SORTIE_TEXT;
    to->text = node->v.text.text;
    to->text_count = strlen(node->v.text.text);
    to->source_start = offset(flat, node->v.text.original_text.data);
    flat->node_count += 1;
    return;
  }
  const GumboElement *element = &node->v.element;
  to->kind = SORTIE_ELEMENT;
  to->tag = element->tag;
  to->source_start = offset(flat, element->original_tag.data);
  to->source_end = to->source_start < 0 ? -1 : to->source_start + (ptrdiff_t)element->original_tag.length;
  to->attribute_start = flat->attribute_count;
  to->attribute_count = element->attributes.length;
  for (unsigned index = 0; index < element->attributes.length; index++) {
    const GumboAttribute *from = element->attributes.data[index];
    sortie_html_attribute *attribute = &flat->attributes[flat->attribute_count++];
    attribute->name = from->name;
    attribute->value = from->value;
    attribute->source_start = offset(flat, from->original_value.data);
    attribute->source_end =
        attribute->source_start < 0 ? -1 : attribute->source_start + (ptrdiff_t)from->original_value.length;
  }
  flat->open = flat->node_count;
  flat->node_count += 1;
}

int sortie_html_parse(const char *bytes, size_t count, size_t memory_limit, sortie_html_page *page) {
  memset(page, 0, sizeof *page);
  arena *memory = calloc(1, sizeof *memory);
  if (!memory) return 2;
  page->memory = memory;
  memory->limit = memory_limit;
  if (setjmp(memory->way_out)) return memory->failure;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = memory;
  options.max_errors = 0;
  GumboOutput *output = gumbo_parse_with_options(&options, bytes, count);
  flattening counted = {0};
  walk(memory, output->document, count_node, &counted);
  flattening flat = {.bytes = bytes, .byte_count = count, .open = -1};
  flat.nodes = take(memory, sizeof *flat.nodes * (size_t)counted.node_count);
  flat.attributes = take(memory, sizeof *flat.attributes * ((size_t)counted.attribute_count + 1));
  walk(memory, output->document, write_node, &flat);
  page->nodes = flat.nodes;
  page->node_count = flat.node_count;
  page->attributes = flat.attributes;
  page->attribute_count = flat.attribute_count;
  return 0;
}

void sortie_html_free(sortie_html_page *page) {
  arena *memory = page->memory;
  if (!memory) return;
  for (block *one = memory->blocks; one;) {
    block *next = one->next;
    free(one);
    one = next;
  }
  free(memory);
  memset(page, 0, sizeof *page);
}

const char *sortie_html_tag_name(int32_t tag) { return gumbo_normalized_tagname(tag); }
int32_t sortie_html_tag_count(void) { return GUMBO_TAG_LAST; }
