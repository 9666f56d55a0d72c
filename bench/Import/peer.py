"""The peers of bench-import: the same DuckDB driven by its own Python package on the same file.

Reads a word a line, answers `seconds<TAB>answer`. `read` is DuckDB's reader alone, told every type, into a table of a file on disk.
`same` is the whole job in SQL by hand: what the import leaves in the tables, without looking for bad rows, earlier loads or
orders that are there already."""
import os
import pathlib
import sys
import time

import duckdb

FILE, FOLDER, MEMORY = sys.argv[1:]
TYPES = {"order_no": "VARCHAR", "ordered_at": "TIMESTAMP", "customer_no": "VARCHAR", "product_code": "VARCHAR", "quantity": "BIGINT",
         "unit_price": "DECIMAL(18,2)", "amount": "DECIMAL(18,2)", "channel": "VARCHAR"}
READER = f"read_csv('{FILE}', header = true, auto_detect = false, delim = ',', quote = '\"', columns = {TYPES})"

TABLES = [
    "CREATE TABLE customer (customer_id BIGINT, customer_no VARCHAR, registered_at TIMESTAMP, registered_on DATE, channel VARCHAR)",
    "CREATE TABLE identity (kind VARCHAR, value VARCHAR, customer_id BIGINT, first_seen_at TIMESTAMP)",
    "CREATE TABLE product (product_id BIGINT, product_code VARCHAR)",
    """CREATE TABLE order_header (order_id BIGINT, order_no VARCHAR, customer_id BIGINT, ordered_at TIMESTAMP, ordered_on DATE,
    channel VARCHAR, status VARCHAR, item_count BIGINT, gross_fen BIGINT, discount_fen BIGINT, amount_fen BIGINT, currency VARCHAR)""",
    """CREATE TABLE order_line (order_id BIGINT, line_no INTEGER, product_id BIGINT, customer_id BIGINT, ordered_on DATE,
    quantity BIGINT, unit_price_fen BIGINT, discount_fen BIGINT, amount_fen BIGINT)""",
]
JOB = [
    f"""CREATE TEMP TABLE line AS SELECT order_no, ordered_at - INTERVAL 8 HOUR AS ordered_at, CAST(ordered_at AS DATE) AS ordered_on,
    customer_no, product_code, quantity, CAST(unit_price * 100 AS BIGINT) AS unit_price_fen, CAST(amount * 100 AS BIGINT) AS amount_fen,
    channel FROM {READER}""",
    """CREATE TEMP TABLE head AS SELECT order_no, min(rowid) AS first, count(*) AS lines, min(ordered_at) AS ordered_at,
    min(ordered_on) AS ordered_on, any_value(customer_no) AS customer_no, any_value(channel) AS channel,
    CAST(sum(quantity) AS BIGINT) AS item_count, CAST(sum(amount_fen) AS BIGINT) AS amount_fen FROM line GROUP BY order_no""",
    """INSERT INTO customer SELECT row_number() OVER (ORDER BY first), customer_no, ordered_at, ordered_on, channel FROM (
    SELECT customer_no, min(first) AS first, min(ordered_at) AS ordered_at, min(ordered_on) AS ordered_on,
    any_value(channel) AS channel FROM head GROUP BY customer_no)""",
    "INSERT INTO identity SELECT 'customer_no', customer_no, customer_id, registered_at FROM customer",
    "INSERT INTO product SELECT row_number() OVER (ORDER BY product_code), product_code FROM (SELECT DISTINCT product_code FROM line)",
    """CREATE TEMP TABLE orders AS SELECT row_number() OVER (ORDER BY first) AS order_id, c.customer_id, head.* FROM head
    LEFT JOIN customer c USING (customer_no)""",
    """INSERT INTO order_header SELECT order_id, order_no, customer_id, ordered_at, ordered_on, channel,
    CASE WHEN amount_fen < 0 THEN 'returned' ELSE 'paid' END, item_count, amount_fen, 0, amount_fen, 'CNY' FROM orders""",
    """INSERT INTO order_line SELECT o.order_id, line.rowid - o.first + 1, p.product_id, o.customer_id, o.ordered_on, line.quantity,
    line.unit_price_fen, 0, line.amount_fen FROM line JOIN orders o USING (order_no) LEFT JOIN product p USING (product_code)""",
]
ANSWER = """SELECT concat_ws(' ', count(*), sum(amount_fen), sum(quantity * line_no), sum(unit_price_fen), sum(epoch(ordered_on)),
    (SELECT concat_ws(' ', count(*), sum(amount_fen), sum(epoch(ordered_at))) FROM order_header),
    (SELECT count(*) FROM customer), (SELECT count(*) FROM product)) FROM order_line"""


def timed(prepare, work, question):
    file = pathlib.Path(FOLDER, "peer.duckdb")
    with duckdb.connect(str(file)) as connection:
        connection.execute(f"SET memory_limit = '{MEMORY}MiB'")
        connection.execute(f"SET threads = {os.cpu_count()}")
        for statement in prepare:
            connection.execute(statement)
        start = time.perf_counter()
        connection.execute("BEGIN")
        for statement in work:
            connection.execute(statement)
        connection.execute("COMMIT")
        seconds = time.perf_counter() - start
        answer = connection.execute(question).fetchone()[0]
    for left in (file, pathlib.Path(f"{file}.wal")):
        left.unlink(missing_ok=True)
    return f"{seconds:.3f}\t{answer}"


def answer_to(word):
    if word == "version":
        return f"DuckDB {duckdb.__version__} (Python package)"
    if word == "read":
        return timed([], [f"CREATE TABLE own AS SELECT * FROM {READER}"], "SELECT count(*) FROM own")
    return timed(TABLES, JOB, ANSWER)


for word in sys.stdin:
    print(answer_to(word.strip()), flush=True)
