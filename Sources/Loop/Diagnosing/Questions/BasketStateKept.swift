import Engine

/// How far are the counts of baskets?
struct BasketStateKept: Question {
    let sql = "SELECT first_on, last_on, pairs_from, refreshed_at FROM basket_state"
}
