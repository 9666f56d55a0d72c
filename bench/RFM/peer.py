"""The peer of bench-rfm: the same DuckDB driven by its own Python package on a copy of the data, and pandas.

Reads a word a line, answers `seconds<TAB>answer`. The statement is what one writes by hand: sum up, three ntile, keep the scores
and the totals by region and cell."""
import os
import sys
import time

import duckdb

FILE, MEMORY = sys.argv[1], sys.argv[2]
connection = duckdb.connect(FILE)
connection.execute(f"SET memory_limit = '{MEMORY}MiB'")
connection.execute(f"SET threads = {os.cpu_count()}")

SCORE = """
    CREATE OR REPLACE TABLE score AS
    WITH bought AS (
        SELECT customer_id, date_diff('day', max(ordered_on), DATE '2027-01-01') AS days, count(*) AS orders,
            sum(amount_fen)::BIGINT AS money
        FROM order_header
        WHERE status = 'paid' AND amount_fen > 0 AND customer_id IS NOT NULL AND ordered_on <= DATE '2027-01-01'
        GROUP BY customer_id
    ), named AS (SELECT bought.*, customer.customer_no, customer.region FROM bought JOIN customer USING (customer_id))
    SELECT customer_id, region, days, orders, money,
        100 * ntile(5) OVER (ORDER BY days DESC, {key}) + 10 * ntile(5) OVER (ORDER BY orders, {key})
            + ntile(5) OVER (ORDER BY money, {key}) AS cell
    FROM named"""
TOTALS = """
    CREATE OR REPLACE TABLE cell AS
    SELECT region, cell, count(*) AS customers, sum(days) AS days, sum(orders) AS orders, sum(money) AS money
    FROM score GROUP BY region, cell"""


def score(key):
    start = time.perf_counter()
    connection.execute(SCORE.format(key=key))
    connection.execute(TOTALS)
    elapsed = time.perf_counter() - start
    n, mixed = connection.execute("SELECT count(*), sum(cell * (customer_id % 1009 + 1)) FROM score").fetchone()
    return elapsed, f"{n} {mixed}"


def pandas():
    import pandas as pd
    orders = connection.execute(
        "SELECT customer_id, ordered_on, status, amount_fen FROM order_header").df()
    customers = connection.execute("SELECT customer_id, customer_no, region FROM customer").df()
    start = time.perf_counter()
    paid = orders[(orders.status == "paid") & (orders.amount_fen > 0) & orders.customer_id.notna()]
    by = paid.groupby("customer_id").agg(
        last=("ordered_on", "max"), orders=("amount_fen", "size"), money=("amount_fen", "sum")).reset_index()
    by = by.merge(customers, on="customer_id").sort_values("customer_no", kind="stable").reset_index(drop=True)
    by["days"] = (pd.Timestamp("2027-01-01") - by["last"]).dt.days

    def fifth(rank):
        n = len(rank)
        size, more = divmod(n, 5)
        ends = [size * k + min(k, more) for k in range(1, 5)]
        return 1 + sum((rank > end).astype(int) for end in ends)
    by["cell"] = (100 * fifth((-by.days).rank(method="first")) + 10 * fifth(by.orders.rank(method="first"))
                  + fifth(by.money.rank(method="first")))
    by.groupby(["region", "cell"]).agg(customers=("days", "size"), money=("money", "sum"))
    elapsed = time.perf_counter() - start
    mixed = int((by.cell.astype("int64") * (by.customer_id.astype("int64") % 1009 + 1)).sum())
    return elapsed, f"{len(by)} {mixed}"


WORDS = {
    "score": lambda: score("customer_no"), "score-by-id": lambda: score("customer_id"), "pandas": pandas,
    "version": lambda: (f"DuckDB {duckdb.__version__} from Python {sys.version.split()[0]}", ""),
}
for line in sys.stdin:
    seconds, answer = WORDS[line.strip()]()
    print(f"{seconds}\t{answer}", flush=True)
