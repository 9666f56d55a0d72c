"""The peer of bench-seam: the same DuckDB driven by its own Python package. Reads a word a line, answers `seconds<TAB>answer`.

Where the package has several ways, the fastest one counts."""
import resource
import sys
import time

import duckdb
import numpy
import pyarrow
import pyarrow.compute

ROWS = int(sys.argv[1])
connection = duckdb.connect()
connection.execute("""
    CREATE TABLE t AS SELECT i AS id, CAST(i * 7 % 1001 AS DOUBLE) / 4 AS amount, DATE '2024-01-01' + CAST(i % 1000 AS INT) AS day,
      'c' || (i % 97) AS code FROM range(?) r(i)""", [ROWS])
AGGREGATE = """
    SELECT id % 1000 AS k, count(*) AS n, sum(amount) AS total, max(day) AS last_day, count(DISTINCT code) AS codes
    FROM t GROUP BY 1 ORDER BY 1"""
READ = "SELECT id, amount, day, code FROM t"
number = numpy.arange(ROWS, dtype="int64")
table = pyarrow.table({
    "id": number, "amount": (number * 7 % 1001).astype("float64") / 4,
    "day": pyarrow.array((19723 + number % 1000).astype("int32")).cast(pyarrow.date32()),
    "code": pyarrow.array([f"c{n}" for n in range(97)]).take(pyarrow.array(number % 97))})


def text(value):
    """A float as Swift prints it."""
    return str(value)


def aggregate():
    start = time.perf_counter()
    rows = connection.execute(AGGREGATE).fetchall()
    n, total, codes = sum(r[1] for r in rows), 0.0, sum(r[4] for r in rows)
    for row in rows:
        total += row[2]
    return time.perf_counter() - start, f"{len(rows)} {n} {text(total)} {codes}"


def sums(batches):
    ids, amounts, days, size = 0, 0.0, 0, 0
    for batch in batches:
        ids += pyarrow.compute.sum(batch.column(0)).as_py()
        amounts += pyarrow.compute.sum(batch.column(1)).as_py()
        days += pyarrow.compute.sum(batch.column(2).cast(pyarrow.int32())).as_py()
        size += pyarrow.compute.sum(pyarrow.compute.binary_length(batch.column(3))).as_py()
    return ids, amounts, days, size


def read():
    ways = []
    used = []
    for fetch in (lambda: connection.execute(READ).to_arrow_table().to_batches() if hasattr(connection, "to_arrow_table")
                  else connection.execute(READ).fetch_arrow_table().to_batches(),
                  lambda: connection.execute(READ).fetch_record_batch(100_000)):
        before, start = processor(), time.perf_counter()
        ids, amounts, days, size = sums(fetch())
        ways.append(time.perf_counter() - start)
        used.append(processor() - before)
    print("  peer reads: arrow table %.3f s, record batches %.3f s" % tuple(ways), file=sys.stderr)
    return min(ways), f"{ids} {text(amounts)} {days} {size}", min(used)


def ingest():
    start = time.perf_counter()
    connection.register("source", table)
    connection.execute("CREATE TABLE loaded AS SELECT * FROM source")
    seconds = time.perf_counter() - start
    n, ids, total, size = connection.execute("SELECT count(*), sum(id), sum(amount), sum(length(code)) FROM loaded").fetchone()
    connection.execute("DROP TABLE loaded")
    connection.unregister("source")
    return seconds, f"{n} {ids} {text(total)} {size}"


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


for line in sys.stdin:
    word = line.strip()
    if word == "version":
        print(f"DuckDB {duckdb.__version__} in Python {sys.version.split()[0]}, pyarrow {pyarrow.__version__}", flush=True)
        continue
    before = processor()
    seconds, answer, *used = {"aggregate": aggregate, "read": read, "ingest": ingest}[word]()
    print(f"{seconds}\t{answer}\t{used[0] if used else processor() - before}", flush=True)
