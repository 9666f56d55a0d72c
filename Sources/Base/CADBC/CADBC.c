#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CADBC.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

// Sizes fixed by the binary interface (64-bit): a slip in the header stops the build.
_Static_assert(sizeof(struct ArrowSchema) == 72, "ArrowSchema");
_Static_assert(sizeof(struct ArrowArray) == 80, "ArrowArray");
_Static_assert(sizeof(struct ArrowArrayStream) == 40, "ArrowArrayStream");
_Static_assert(offsetof(struct AdbcDriver, ErrorGetDetailCount) == 29 * sizeof(void *), "AdbcDriver 1.0");
_Static_assert(sizeof(struct AdbcDriver) == 58 * sizeof(void *), "AdbcDriver 1.1");

void cadbc_give_back_freed_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

#ifdef __linux__
// Code is never written to, so its pages are the file's own: whoever runs them next finds them in the system's cache.
static int give_back_code_of(struct dl_phdr_info *object, size_t size, void *unused) {
    (void)size;
    (void)unused;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || !(part->p_flags & PF_X) || (part->p_flags & PF_W)) continue;
        uintptr_t start = object->dlpi_addr + part->p_vaddr;
        uintptr_t from = (start + page - 1) & ~(page - 1), upto = (start + part->p_memsz) & ~(page - 1);
        if (from < upto) madvise((void *)from, upto - from, MADV_DONTNEED);
    }
    return 0;
}
#endif

void cadbc_give_back_code(void) {
#ifdef __linux__
    dl_iterate_phdr(give_back_code_of, NULL);
#endif
}
