#include "CADBC.h"

#ifdef __GLIBC__
#include <malloc.h>
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
