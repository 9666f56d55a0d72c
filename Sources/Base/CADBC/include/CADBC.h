// The part of two published C interfaces that Yunchou calls, declared anew from their specifications:
// the Arrow C data and stream interfaces, and ADBC (Arrow Database Connectivity) 1.0 and 1.1.
// Field order and types are the binary interface: nothing here may be reordered. Entries that we never call
// are plain `cadbc_unused`, which keeps their place.
#ifndef YUNCHOU_CADBC_H
#define YUNCHOU_CADBC_H

#include <stddef.h>
#include <stdint.h>

// ---- Arrow: a type, a column's data, a sequence of batches. A `release` of NULL means "already given back".

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

// ---- ADBC: status, error, the three handles.

typedef uint8_t AdbcStatusCode;

enum {
    CADBC_OK = 0,
    CADBC_UNKNOWN = 1,
    CADBC_NOT_IMPLEMENTED = 2,
    CADBC_CANCELLED = 11,
    CADBC_IO = 10,
    CADBC_TIMEOUT = 12,
    CADBC_UNAUTHENTICATED = 13,
    CADBC_UNAUTHORIZED = 14,
    CADBC_VERSION_1_0_0 = 1000000,
    CADBC_VERSION_1_1_0 = 1001000,
};

struct AdbcError {
    char *message;
    int32_t vendor_code;
    char sqlstate[5];
    void (*release)(struct AdbcError *);
    void *private_data;
    void *private_driver;
};

struct AdbcDatabase { void *private_data; void *private_driver; };
struct AdbcConnection { void *private_data; void *private_driver; };
struct AdbcStatement { void *private_data; void *private_driver; };

typedef void (*cadbc_unused)(void);

// The function table that a driver's entry point fills in.
struct AdbcDriver {
    void *private_data;
    void *private_manager;
    AdbcStatusCode (*release)(struct AdbcDriver *, struct AdbcError *);

    AdbcStatusCode (*DatabaseInit)(struct AdbcDatabase *, struct AdbcError *);
    AdbcStatusCode (*DatabaseNew)(struct AdbcDatabase *, struct AdbcError *);
    AdbcStatusCode (*DatabaseSetOption)(struct AdbcDatabase *, const char *, const char *, struct AdbcError *);
    AdbcStatusCode (*DatabaseRelease)(struct AdbcDatabase *, struct AdbcError *);

    AdbcStatusCode (*ConnectionCommit)(struct AdbcConnection *, struct AdbcError *);
    cadbc_unused ConnectionGetInfo;
    cadbc_unused ConnectionGetObjects;
    cadbc_unused ConnectionGetTableSchema;
    cadbc_unused ConnectionGetTableTypes;
    AdbcStatusCode (*ConnectionInit)(struct AdbcConnection *, struct AdbcDatabase *, struct AdbcError *);
    AdbcStatusCode (*ConnectionNew)(struct AdbcConnection *, struct AdbcError *);
    AdbcStatusCode (*ConnectionSetOption)(struct AdbcConnection *, const char *, const char *, struct AdbcError *);
    cadbc_unused ConnectionReadPartition;
    AdbcStatusCode (*ConnectionRelease)(struct AdbcConnection *, struct AdbcError *);
    AdbcStatusCode (*ConnectionRollback)(struct AdbcConnection *, struct AdbcError *);

    AdbcStatusCode (*StatementBind)(struct AdbcStatement *, struct ArrowArray *, struct ArrowSchema *, struct AdbcError *);
    AdbcStatusCode (*StatementBindStream)(struct AdbcStatement *, struct ArrowArrayStream *, struct AdbcError *);
    AdbcStatusCode (*StatementExecuteQuery)(
        struct AdbcStatement *, struct ArrowArrayStream *, int64_t *rows_affected, struct AdbcError *);
    cadbc_unused StatementExecutePartitions;
    cadbc_unused StatementGetParameterSchema;
    AdbcStatusCode (*StatementNew)(struct AdbcConnection *, struct AdbcStatement *, struct AdbcError *);
    AdbcStatusCode (*StatementPrepare)(struct AdbcStatement *, struct AdbcError *);
    AdbcStatusCode (*StatementRelease)(struct AdbcStatement *, struct AdbcError *);
    AdbcStatusCode (*StatementSetOption)(struct AdbcStatement *, const char *, const char *, struct AdbcError *);
    AdbcStatusCode (*StatementSetSqlQuery)(struct AdbcStatement *, const char *, struct AdbcError *);
    cadbc_unused StatementSetSubstraitPlan;

    // From 1.1 on; all zero when the driver is a 1.0 one.
    cadbc_unused ErrorGetDetailCount;
    cadbc_unused ErrorGetDetail;
    cadbc_unused ErrorFromArrayStream;
    cadbc_unused DatabaseGetOption;
    cadbc_unused DatabaseGetOptionBytes;
    cadbc_unused DatabaseGetOptionDouble;
    cadbc_unused DatabaseGetOptionInt;
    cadbc_unused DatabaseSetOptionBytes;
    cadbc_unused DatabaseSetOptionDouble;
    cadbc_unused DatabaseSetOptionInt;
    AdbcStatusCode (*ConnectionCancel)(struct AdbcConnection *, struct AdbcError *);
    cadbc_unused ConnectionGetOption;
    cadbc_unused ConnectionGetOptionBytes;
    cadbc_unused ConnectionGetOptionDouble;
    cadbc_unused ConnectionGetOptionInt;
    cadbc_unused ConnectionGetStatistics;
    cadbc_unused ConnectionGetStatisticNames;
    cadbc_unused ConnectionSetOptionBytes;
    cadbc_unused ConnectionSetOptionDouble;
    cadbc_unused ConnectionSetOptionInt;
    AdbcStatusCode (*StatementCancel)(struct AdbcStatement *, struct AdbcError *);
    cadbc_unused StatementExecuteSchema;
    cadbc_unused StatementGetOption;
    cadbc_unused StatementGetOptionBytes;
    cadbc_unused StatementGetOptionDouble;
    cadbc_unused StatementGetOptionInt;
    cadbc_unused StatementSetOptionBytes;
    cadbc_unused StatementSetOptionDouble;
    cadbc_unused StatementSetOptionInt;
};

typedef AdbcStatusCode (*CADBCEntryPoint)(int version, void *driver, struct AdbcError *);

// ---- What the process keeps in memory and could do without, where the system is Linux with glibc; elsewhere these do nothing.

// What is freed goes back to the system now.
void cadbc_give_back_freed_memory(void);

// The pages of all loaded code are let go of; what runs next is mapped again as it is reached.
void cadbc_give_back_code(void);

#endif
