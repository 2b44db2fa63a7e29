#include "events.h"
#include <limits.h>
#include <yaml.h>

#ifdef __GLIBC__
#include <malloc.h>

void keep_memory(void) {
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}
#else
void keep_memory(void) {}
#endif

size_t yaml_event_count(const unsigned char *bytes, size_t count) {
  yaml_parser_t parser;
  yaml_event_t event;
  size_t events = 0;
  if (!yaml_parser_initialize(&parser)) return 0;
  yaml_parser_set_input_string(&parser, bytes, count);
  for (int is_done = 0; !is_done; events++) {
    if (!yaml_parser_parse(&parser, &event)) break;
    is_done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}
