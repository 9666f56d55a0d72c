-- name: rfm_quintiles
WITH per_user AS (
  SELECT user_id, max(event_date) AS last_day, count(*) AS orders, sum(revenue) AS revenue
  FROM events WHERE event_name = 'purchase' GROUP BY user_id
), scored AS (
  SELECT user_id, revenue,
    ntile(5) OVER (ORDER BY last_day ASC NULLS FIRST, user_id ASC) AS r,
    ntile(5) OVER (ORDER BY orders ASC NULLS FIRST, user_id ASC) AS f,
    ntile(5) OVER (ORDER BY revenue ASC NULLS FIRST, user_id ASC) AS m
  FROM per_user
)
SELECT CAST(r AS STRING) || CAST(f AS STRING) || CAST(m AS STRING) AS rfm, count(*) AS users, CAST(sum(revenue) AS DECIMAL(18,2)) AS revenue
FROM scored GROUP BY 1 ORDER BY 1

-- name: funnel_self_join
WITH s1 AS (
  SELECT user_id, min(ts) AS t1 FROM events
  WHERE event_name = 'product_view' AND event_date BETWEEN DATE '2026-01-01' AND DATE '2026-01-31' GROUP BY user_id
), s2 AS (
  SELECT s1.user_id, s1.t1, min(e.ts) AS t2 FROM s1 JOIN events e
    ON e.user_id = s1.user_id AND e.event_name = 'add_to_cart' AND e.ts > s1.t1 AND e.ts <= s1.t1 + INTERVAL '7' DAY
  GROUP BY s1.user_id, s1.t1
), s3 AS (
  SELECT s2.user_id, min(e.ts) AS t3 FROM s2 JOIN events e
    ON e.user_id = s2.user_id AND e.event_name = 'purchase' AND e.ts > s2.t2 AND e.ts <= s2.t1 + INTERVAL '7' DAY
  GROUP BY s2.user_id
)
SELECT (SELECT count(*) FROM s1) AS viewed, (SELECT count(*) FROM s2) AS carted, (SELECT count(*) FROM s3) AS bought

-- name: funnel_one_pass
WITH steps AS (
  SELECT user_id, event_id, ts, event_name,
    max(CASE WHEN event_name = 'product_view' THEN ts END) OVER w AS t1
  FROM events WHERE event_name IN ('product_view', 'add_to_cart', 'purchase')
  WINDOW w AS (PARTITION BY user_id ORDER BY ts, event_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
), carts AS (
  SELECT user_id, event_id, ts, event_name, t1,
    max(CASE WHEN event_name = 'add_to_cart' AND ts <= t1 + INTERVAL '7' DAY THEN t1 END)
      OVER (PARTITION BY user_id ORDER BY ts, event_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS t1_of_cart
  FROM steps
)
SELECT count(DISTINCT CASE WHEN event_name = 'product_view' THEN user_id END) AS viewed,
  count(DISTINCT CASE WHEN t1_of_cart IS NOT NULL THEN user_id END) AS carted,
  count(DISTINCT CASE WHEN event_name = 'purchase' AND ts <= t1_of_cart + INTERVAL '7' DAY THEN user_id END) AS bought
FROM carts

-- name: retention_weekly
WITH weeks AS (
  SELECT DISTINCT user_id, CAST(date_trunc('WEEK', event_date) AS DATE) AS week FROM events
), cohorts AS (
  SELECT user_id, min(week) AS cohort FROM weeks GROUP BY user_id
)
SELECT c.cohort, CAST(datediff(w.week, c.cohort) AS INT) AS day_offset, count(*) AS users
FROM weeks w JOIN cohorts c ON c.user_id = w.user_id
GROUP BY 1, 2 ORDER BY 1, 2

-- name: attribution
WITH conversions AS (
  SELECT event_id AS conversion_id, user_id, ts AS converted_at, revenue FROM events WHERE event_name = 'purchase'
), touches AS (
  SELECT c.conversion_id, c.revenue, e.channel,
    CAST(unix_micros(c.converted_at) - unix_micros(e.ts) AS DOUBLE) / 86400000000.0 AS age_days,
    row_number() OVER (PARTITION BY c.conversion_id ORDER BY e.ts, e.event_id) AS position,
    row_number() OVER (PARTITION BY c.conversion_id ORDER BY e.ts DESC, e.event_id DESC) AS position_back,
    count(*) OVER (PARTITION BY c.conversion_id) AS touch_count
  FROM conversions c JOIN events e ON e.user_id = c.user_id
   AND e.ts < c.converted_at AND e.ts >= c.converted_at - INTERVAL '30' DAY AND e.campaign IS NOT NULL
), weighted AS (
  SELECT conversion_id, channel, CAST(revenue AS DOUBLE) AS revenue, position, position_back, touch_count,
    power(0.5, age_days / 7.0) / sum(power(0.5, age_days / 7.0)) OVER (PARTITION BY conversion_id) AS decay
  FROM touches
)
SELECT channel,
  round(sum(CASE WHEN position = 1 THEN revenue ELSE 0 END), 2) AS first_touch,
  round(sum(CASE WHEN position_back = 1 THEN revenue ELSE 0 END), 2) AS last_touch,
  round(sum(revenue / touch_count), 2) AS linear,
  round(sum(revenue * decay), 2) AS time_decay
FROM weighted GROUP BY channel ORDER BY channel

-- name: sessions
WITH marked AS (
  SELECT user_id, event_id, ts,
    CASE WHEN lag(ts) OVER (PARTITION BY user_id ORDER BY ts, event_id) IS NULL
           OR ts > lag(ts) OVER (PARTITION BY user_id ORDER BY ts, event_id) + INTERVAL '30' MINUTE THEN 1 ELSE 0 END AS starts
  FROM events
), numbered AS (
  SELECT user_id, ts, sum(starts) OVER (PARTITION BY user_id ORDER BY ts, event_id ROWS UNBOUNDED PRECEDING) AS session_no FROM marked
), sessions AS (
  SELECT user_id, session_no, min(ts) AS begins, max(ts) AS ends, count(*) AS events FROM numbered GROUP BY user_id, session_no
)
SELECT count(*) AS sessions, max(events) AS longest, sum(CASE WHEN events = 1 THEN 1 ELSE 0 END) AS bounces,
  CAST(sum(unix_micros(ends) - unix_micros(begins)) AS BIGINT) AS total_micros FROM sessions

-- name: truncation
SELECT CAST(date_trunc('MONTH', ts) AS DATE) AS month, CAST(date_trunc('WEEK', ts) AS DATE) AS week,
  CAST(date_trunc('HOUR', ts) AS TIMESTAMP) AS hour_of, extract(HOUR FROM ts) AS hour, extract(QUARTER FROM ts) AS quarter, count(*) AS n
FROM events WHERE event_date < DATE '2026-01-03' GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3

-- name: approx_distinct
SELECT approx_count_distinct(user_id) AS about, count(DISTINCT user_id) AS exact FROM events

-- name: percentiles
SELECT channel, CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(revenue AS DOUBLE)) AS DOUBLE) AS p50,
  CAST(percentile_cont(0.9) WITHIN GROUP (ORDER BY CAST(revenue AS DOUBLE)) AS DOUBLE) AS p90, median(CAST(revenue AS DOUBLE)) AS med
FROM events WHERE revenue IS NOT NULL GROUP BY channel ORDER BY channel

-- name: tags_array
WITH tagged AS (
  SELECT user_id, array_sort(array_agg(DISTINCT channel)) AS tags FROM events WHERE event_name = 'purchase' GROUP BY user_id
)
SELECT array_join(tags, ',') AS tags, size(tags) AS n, count(*) AS users FROM tagged
WHERE array_contains(tags, 'email') AND NOT array_contains(tags, 'push') GROUP BY 1, 2 ORDER BY 1

-- name: tags_explode
SELECT tag, count(*) AS users FROM (
  SELECT user_id, explode(tags) AS tag FROM (
    SELECT user_id, array_agg(DISTINCT channel) AS tags FROM events WHERE event_name = 'purchase' GROUP BY user_id) t
) u GROUP BY tag ORDER BY tag

-- name: tags_map
WITH m AS (
  SELECT user_id, map_from_arrays(array_agg(channel), array_agg(n)) AS counts
  FROM (SELECT user_id, channel, count(*) AS n FROM events GROUP BY user_id, channel) t GROUP BY user_id
)
SELECT CAST(counts['email'] AS BIGINT) AS emails, count(*) AS users, max(size(map_keys(counts))) AS widest FROM m GROUP BY 1 ORDER BY 1 NULLS FIRST

-- name: json_property
SELECT get_json_object(props, '$.ctx.os') AS os, CAST(sum(CAST(get_json_object(props, '$.qty') AS INT)) AS BIGINT) AS qty, count(DISTINCT get_json_object(props, '$.sku')) AS skus,
  count(get_json_object(props, '$.missing')) AS missing
FROM events GROUP BY 1 ORDER BY 1 NULLS FIRST

-- name: segment_exists
SELECT count(*) AS users FROM (
  SELECT user_id FROM events GROUP BY user_id
  HAVING count(*) FILTER (WHERE event_name = 'purchase') >= 1 AND max(event_date) >= DATE '2026-02-20'
) u WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.user_id = u.user_id AND e.event_name = 'email_open' AND e.event_date >= DATE '2026-02-01')

-- name: grouping_sets
SELECT channel, event_name, grouping(channel) AS gc, grouping(event_name) AS ge, count(*) AS n FROM events
GROUP BY GROUPING SETS ((channel, event_name), (channel), ()) ORDER BY 3, 4, 1 NULLS FIRST, 2 NULLS FIRST

-- name: running_range
SELECT event_date, n, CAST(sum(n) OVER (ORDER BY event_date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS BIGINT) AS week_n
FROM (SELECT event_date, count(*) AS n FROM events GROUP BY event_date) d ORDER BY 1

-- name: latest_by
SELECT max_by(channel, ts) AS last_channel, min_by(channel, ts) AS first_channel, count(*) AS n FROM events GROUP BY user_id ORDER BY user_id LIMIT 50

-- name: last_non_null_campaign
WITH grouped AS (
  SELECT user_id, ts, event_id, campaign,
    count(campaign) OVER (PARTITION BY user_id ORDER BY ts, event_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS grp
  FROM events
), filled AS (
  SELECT max(campaign) OVER (PARTITION BY user_id, grp) AS c FROM grouped
)
SELECT coalesce(c, '-') AS c, count(*) AS n FROM filled GROUP BY 1 ORDER BY 1

-- name: set_ops_in_except
SELECT count(*) AS n FROM (SELECT user_id FROM events WHERE event_name = 'purchase' EXCEPT SELECT user_id FROM events WHERE channel = 'push' INTERSECT SELECT user_id FROM events WHERE channel = 'email') t

-- name: calendar_gapfill
SELECT d.day, coalesce(count(e.event_id), 0) AS n FROM (SELECT explode(sequence(DATE '2025-12-30', DATE '2026-01-03', INTERVAL '1' DAY)) AS day) d
LEFT JOIN events e ON e.event_date = d.day GROUP BY 1 ORDER BY 1

-- name: ab_bucket
SELECT CAST(conv(substr(md5(CAST(user_id AS STRING)), 1, 4), 16, 10) AS BIGINT) % 100 < 10 AS control, count(DISTINCT user_id) AS users FROM events GROUP BY 1 ORDER BY 1

-- name: group_by_all
SELECT channel, event_name, count(*) AS n FROM events GROUP BY 1, 2 ORDER BY 1, 2

-- name: qualify
SELECT user_id, channel FROM (SELECT user_id, channel, row_number() OVER (PARTITION BY user_id ORDER BY ts DESC, event_id) AS rn FROM events WHERE user_id < 20) t WHERE rn = 1 ORDER BY 1

-- name: string_agg
SELECT channel, array_join(array_sort(array_agg(DISTINCT event_name)), ',') AS names FROM events GROUP BY channel ORDER BY 1

-- name: weekday_histogram
SELECT pmod(unix_date(event_date) + 3, 7) AS dow, count(*) AS n, count(DISTINCT user_id) AS u FROM events WHERE event_date < DATE '2026-01-15' GROUP BY 1 ORDER BY 1

-- name: lateral_alias
SELECT user_id % 10 AS bucket, user_id % 10 + 1 AS next_bucket, count(*) AS n FROM events GROUP BY 1, 2 ORDER BY 1

-- name: path_strings
SELECT path, count(*) AS n FROM (
  SELECT user_id, array_join(array_agg(channel), '>') AS path FROM (
    SELECT user_id, channel, ts, event_id, row_number() OVER (PARTITION BY user_id ORDER BY ts, event_id) AS rn FROM events WHERE event_name = 'purchase'
  ) t WHERE rn <= 1 GROUP BY user_id
) p GROUP BY path ORDER BY n DESC, path LIMIT 10

-- name: pivot_by_case
SELECT event_date, count(*) FILTER (WHERE channel = 'email') AS email, count(*) FILTER (WHERE channel = 'push') AS push,
  CAST(sum(revenue) FILTER (WHERE channel = 'email') AS DECIMAL(18,2)) AS email_revenue
FROM events WHERE event_date >= DATE '2026-02-25' GROUP BY 1 ORDER BY 1

-- name: rollup
SELECT coalesce(channel, 'all') AS channel, coalesce(event_name, 'all') AS event_name, count(*) AS n FROM events GROUP BY ROLLUP (channel, event_name) ORDER BY 1, 2

-- name: ltv_cumulative
WITH first_buy AS (SELECT user_id, min(event_date) AS d0 FROM events WHERE event_name = 'purchase' GROUP BY user_id),
daily AS (
  SELECT CAST(datediff(e.event_date, f.d0) AS INT) AS day_no, sum(e.revenue) AS revenue
  FROM events e JOIN first_buy f ON f.user_id = e.user_id WHERE e.event_name = 'purchase' GROUP BY 1
)
SELECT day_no, CAST(sum(revenue) OVER (ORDER BY day_no ROWS UNBOUNDED PRECEDING) AS DECIMAL(18,2)) AS ltv FROM daily ORDER BY 1
