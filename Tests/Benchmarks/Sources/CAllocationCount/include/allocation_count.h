#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdbool.h>
#include <stdint.h>

/// Whether allocations are counted on this system: only with glibc, which lets a program stand before its functions.
bool allocation_count_is_available(void);

/// How often this thread has asked for memory: every malloc, calloc, realloc, posix_memalign and aligned_alloc.
uint64_t allocation_count(void);

#endif
