import Engine
import Kernel

/// How many baskets did each region have in some days, and of what value?
struct CountAllSingles: Question {
    let days: Period

    let sql = """
        INSERT INTO new_basket_single
        SELECT region, '', '', count(*), CAST(sum(amount_fen) AS BIGINT), sum(CAST(amount_fen AS DOUBLE) * amount_fen)
        FROM basket_order
        WHERE day >= CAST(? AS DATE)
        GROUP BY region
        """

    var values: [EngineValue] { [.day(days.start)] }
}

/// How many of them held a category, or one of the products most bought?
struct CountSingles: Question {
    let kind: BasketKind
    let days: Period

    var sql: String {
        """
        INSERT INTO new_basket_single
        SELECT region, '\(kind.rawValue)', member, count(*), CAST(sum(amount_fen) AS BIGINT),
            sum(CAST(amount_fen AS DOUBLE) * amount_fen)
        FROM (\(kind.members)) b
        GROUP BY region, member
        """
    }

    var values: [EngineValue] { [.day(days.start)] }
}

/// How many held both of two? At most 4,950 pairs of products, so that the work is bounded by baskets, not by the range of goods.
struct CountPairs: Question {
    let kind: BasketKind
    let days: Period

    var sql: String {
        """
        INSERT INTO new_basket_pair
        SELECT a.region, '\(kind.rawValue)', a.member, b.member, count(*), CAST(sum(a.amount_fen) AS BIGINT),
            sum(CAST(a.amount_fen AS DOUBLE) * a.amount_fen)
        FROM (\(kind.members)) a JOIN (\(kind.members)) b ON b.order_id = a.order_id AND a.member < b.member
        GROUP BY a.region, a.member, b.member
        """
    }

    var values: [EngineValue] { [.day(days.start), .day(days.start)] }
}

extension BasketKind {
    /// Which of its members lay in which basket; one value to bind, the first day.
    fileprivate var members: String {
        switch self {
        case .channel:
            "SELECT order_id, region, amount_fen, channel AS member FROM basket_order WHERE day >= CAST(? AS DATE)"
        case .category:
            "SELECT order_id, region, amount_fen, category AS member FROM basket_category WHERE day >= CAST(? AS DATE)"
        case .product:
            """
            SELECT i.order_id, i.region, i.amount_fen, CAST(i.product_id AS STRING) AS member
            FROM basket_item i JOIN basket_top t ON t.product_id = i.product_id
            WHERE t.is_paired AND i.day >= CAST(? AS DATE)
            """
        }
    }
}
