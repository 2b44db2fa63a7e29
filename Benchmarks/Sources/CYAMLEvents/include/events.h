#include <stddef.h>

/// Reads a text with libyaml's event parser and does nothing with the events. Returns how many there are.
size_t yaml_event_count(const unsigned char *bytes, size_t count);

/// Has the allocator keep the memory that is freed, where it can be told to.
void keep_memory(void);
