/// DuckDB macros that give our common SQL text Spark's meaning. `CREATE MACRO` overrides built-ins and overloads by the number of
/// arguments, so that functions of the same name and another meaning can be bridged too.
enum DuckDBPrelude {
    static let macros = definitions.map { body in "CREATE OR REPLACE MACRO \(body)" }

    private static let definitions = dates + texts + lists + numbers

    private static let dates = [
        "datediff(later, earlier) AS date_diff('day', earlier, later)",
        "unix_micros(t) AS epoch_us(t)",
        "unix_timestamp(t) AS CAST(epoch(t) AS BIGINT)",
        "unix_date(d) AS date_diff('day', DATE '1970-01-01', d)",
        "timestamp_micros(n) AS make_timestamp(n)",
        "add_months(d, n) AS CAST(d + to_months(n) AS DATE)",
        "date_add(d, n) AS d + CAST(n AS INTEGER)",
        "date_sub(d, n) AS d - CAST(n AS INTEGER)",
        "to_date(s) AS CAST(s AS DATE)",
        "dayofweek(d) AS isodow(d) % 7 + 1",
        "from_utc_timestamp(t, z) AS timezone(z, timezone('UTC', t))",
        "weekday(d) AS isodow(d) - 1",
    ]

    private static let texts = [
        // Spark gives NULL for broken JSON, DuckDB an error.
        "get_json_object(j, p) AS CASE WHEN json_valid(j) THEN json_extract_string(j, p) END",
        "sha2(s, n) AS sha256(s)",
        "regexp_like(s, r) AS regexp_matches(s, r)",
        // Spark replaces all matches, DuckDB the first.
        "regexp_replace(s, r, t) AS system.main.regexp_replace(s, r, t, 'g')",
        // Spark gives NULL when a part is NULL, DuckDB skips it.
        "concat(a, b) AS a || b, (a, b, c) AS a || b || c, (a, b, c, d) AS a || b || c || d",
        "conv(x, f, t) AS CAST(CAST(('0x' || x) AS BIGINT) AS VARCHAR)",
    ]

    private static let lists = [
        "explode(l) AS unnest(l)",
        "size(l) AS len(l)",
        "array_size(l) AS len(l)",
        "element_at(l, i) AS l[i]",
        "map_from_arrays(k, v) AS map(k, v)",
        "array_join(l, sep) AS array_to_string(l, sep)",
        // Spark sorts the NULLs of a list to its end, whatever the order of rows.
        "array_sort(l) AS list_sort(l, 'ASC', 'NULLS LAST')",
        "array_except(a, b) AS list_filter(a, lambda x: NOT list_contains(b, x))",
        "array_union(a, b) AS list_distinct(list_concat(a, b))",
        "arrays_overlap(a, b) AS list_has_any(a, b)",
        "sequence(a, b, s) AS list_transform(generate_series(a, b, s), lambda x: CAST(x AS DATE))",
        "collect_set(x) AS array_agg(DISTINCT x)",
        "collect_list(x) AS array_agg(x)",
    ]

    private static let numbers = [
        "nvl(a, b) AS coalesce(a, b)",
        "percentile_approx(x, p) AS approx_quantile(x, p)",
        "try_divide(a, b) AS CASE WHEN b <> 0 THEN CAST(a AS DOUBLE) / b END",
        "pmod(a, b) AS ((a % b) + b) % b",
    ]
}
