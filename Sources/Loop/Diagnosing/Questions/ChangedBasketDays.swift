import Engine

/// On which days do orders or lines differ from what baskets were counted from? NULL stands for all days: the products changed,
/// or the ledgers of the roll-ups name no day.
struct ChangedBasketDays: Question {
    let sql = """
        WITH now AS (\(NoteBasketDays.basis))
        SELECT DISTINCT coalesce(now.day, counted.day) AS day
        FROM now FULL JOIN basket_day AS counted
            ON counted.source = now.source AND counted.day IS NOT DISTINCT FROM now.day
        WHERE now.row_count IS DISTINCT FROM counted.row_count OR now.load_sum IS DISTINCT FROM counted.load_sum
        """
}
