import Kernel

/// The statements of an order load. `head` has one row an order of the file, `known` those that are there already,
/// `orders` the number of each, `ready` the lines as they will stand.
struct OrderLineSQL: Sendable {
    let work: LoadWork

    private func has(_ field: String) -> Bool { work.gives(field) }

    private var lineAmount: SQLText {
        let computed: SQLText = has("unit_price") ? "g.quantity * g.unit_price_fen - \(lineDiscount)" : "NULL"
        return has("amount") ? (has("unit_price") ? "coalesce(g.amount_fen, \(computed))" : "g.amount_fen") : computed
    }
    private var lineDiscount: SQLText { has("discount") ? "coalesce(g.discount_fen, 0)" : "0" }
    private var linePrice: SQLText {
        let computed: SQLText =
            "CAST(round(CAST(\(lineAmount) + \(lineDiscount) AS DOUBLE) / nullif(g.quantity, 0)) AS BIGINT)"
        return has("unit_price") ? "coalesce(g.unit_price_fen, abs(\(computed)))" : "abs(\(computed))"
    }

    /// Columns of an order that every line repeats.
    private var repeated: [(field: String, column: String)] {
        var list: [(String, String)] = []
        for field in work.given {
            switch field.id {
            case "customer_no", "status", "channel", "store_code", "dealer_code", "is_private_domain", "country",
                "region", "province",
                "city", "currency":
                list.append((field.id, field.id))
            case "ordered_at": list += [("ordered_at", "ordered_at"), ("ordered_at", "ordered_on")]
            default: break
            }
        }
        return list
    }

    /// Of what every line repeats the smallest is taken, the same in every run; the engine finds it in half the time of any.
    var heads: SQLText {
        let first = repeated.map { "min(g.\(name: $0.column)) AS \(name: $0.column)" as SQLText }
        let spread =
            [
                has("customer_no") ? "min(g.customer_no) <> max(g.customer_no) AS has_two_customers" : nil,
                has("ordered_at") ? "max(g.ordered_on) - min(g.ordered_on) > 1 AS has_two_times" : nil,
            ] as [SQLText?]
        let discount: SQLText = has("discount") ? "CAST(sum(\(lineDiscount)) AS BIGINT)" : "CAST(0 AS BIGINT)"
        let cost: SQLText = has("cost") ? "CAST(sum(g.cost_fen) AS BIGINT)" : "CAST(NULL AS BIGINT)"
        let columns: [SQLText] = [
            "order_no", "min(rid) AS first_rid", "max(rid) - min(rid) + 1 = count(*) AS is_together",
            "CAST(sum(g.quantity) AS BIGINT) AS item_count",
            "CAST(sum(\(lineAmount)) AS BIGINT) AS amount_fen", "\(discount) AS discount_fen", "\(cost) AS cost_fen",
        ]
        return
            "CREATE TEMP TABLE head AS SELECT \((columns + first + spread.compactMap { $0 }).joined(", ")) FROM good g GROUP BY order_no"
    }

    /// One order, two customers or days far apart: two orders share a number.
    var mixed: SQLText {
        let parts =
            [
                has("customer_no") ? "coalesce(has_two_customers, FALSE)" : nil,
                has("ordered_at") ? "has_two_times" : nil,
            ] as [SQLText?]
        return parts.compactMap { $0 }.joined(" OR ")
    }

    var known: SQLText {
        "CREATE TEMP TABLE known AS SELECT h.order_no, min(h.order_id) AS order_id FROM order_header h JOIN head USING (order_no) GROUP BY h.order_no"
    }

    /// Numbers for all orders of the file, with what their lines need. Lines stand together in most files; where they do,
    /// a line's number is its distance from the order's first.
    /// `last` is the highest number there is; a new order's follows from the place of its first line.
    func orders(after last: Int64, hasKnown: Bool) -> SQLText {
        let number: SQLText = "\(last + 1) + h.first_rid"
        let id: SQLText = hasKnown ? "coalesce(k.order_id, \(number))" : number
        let customer: SQLText = has("customer_no") ? "of_customer.customer_id" : "CAST(NULL AS BIGINT)"
        let homes: SQLText =
            has("customer_no")
            ? Self.places.map { ", of_customer.\(name: $0) AS \(name: "home_" + $0)" as SQLText }.joined("") : ""
        let sign: SQLText =
            has("status") ? "CASE WHEN h.status = 'returned' AND h.amount_fen > 0 THEN -1 ELSE 1 END" : "1"
        return """
            CREATE TEMP VIEW orders AS SELECT \(id) AS order_id, \(customer) AS customer_id, \(sign) AS sign\(homes), h.* FROM head h\
            \(hasKnown ? " LEFT JOIN known k ON k.order_no = h.order_no" : "")\
            \(has("customer_no") ? " LEFT JOIN customer of_customer ON of_customer.customer_no = h.customer_no" : "")
            """
    }

    /// Where an order was made, or where its customer lives.
    private static let places = ["region", "province", "city"]

    /// Orders as they will stand.
    private var readyHeaders: SQLText {
        func given(_ field: String, _ type: SQLText = "VARCHAR") -> SQLText {
            has(field) ? "o.\(name: field)" : "CAST(NULL AS \(type))"
        }
        let store = has("store_code")
        let dealer = has("dealer_code")
        let customer = has("customer_no")
        func place(_ column: String) -> SQLText {
            let sources =
                [
                    given(column), store ? "of_store.\(name: column)" : nil,
                    customer ? "o.\(name: "home_" + column)" : nil,
                ] as [SQLText?]
            return "coalesce(\((sources.compactMap { $0 } + ["NULL"]).joined(", "))) AS \(name: column)"
        }
        let dealerID =
            ([dealer ? "of_dealer.dealer_id" : nil, store ? "of_store.dealer_id" : nil, "CAST(NULL AS BIGINT)"]
                as [SQLText?])
        let columns: [SQLText] = [
            "o.order_id", "o.order_no", "o.customer_id", "o.ordered_at", "o.ordered_on",
            "\(given("channel")) AS channel",
            "coalesce(\(given("is_private_domain", "BOOLEAN")), \(given("channel")) IN ('wecom', 'mini_program'), FALSE) AS is_private_domain",
            store ? "of_store.store_id" : "CAST(NULL AS BIGINT) AS store_id",
            "coalesce(\(dealerID.compactMap { $0 }.joined(", "))) AS dealer_id", "\(given("country")) AS country",
            place("region"), place("province"), place("city"),
            "coalesce(\(given("status")), CASE WHEN o.amount_fen < 0 THEN 'returned' ELSE 'paid' END) AS status",
            "o.item_count * o.sign AS item_count",
            "(o.amount_fen + o.discount_fen) * o.sign AS gross_fen", "o.discount_fen * o.sign AS discount_fen",
            "o.amount_fen * o.sign AS amount_fen",
            "o.cost_fen * o.sign AS cost_fen", "coalesce(\(given("currency")), \(value: work.currency)) AS currency",
        ]
        return """
            SELECT \(columns.joined(", ")) FROM orders o\
            \(store ? " LEFT JOIN store of_store ON of_store.store_code = o.store_code" : "")\
            \(dealer ? " LEFT JOIN dealer of_dealer ON of_dealer.dealer_code = o.dealer_code" : "")
            """
    }

    private static let headerColumns: SQLText = """
        order_id, order_no, customer_id, ordered_at, ordered_on, channel, is_private_domain, store_id, dealer_id, country, region, province, \
        city, status, item_count, gross_fen, discount_fen, amount_fen, cost_fen, currency
        """

    var newHeaders: SQLText { "CREATE TEMP TABLE new_header AS \(readyHeaders)" }

    func insertHeaders(prepared: Bool) -> SQLText {
        let rows: SQLText = prepared ? "new_header" : "(\(readyHeaders))"
        return
            "INSERT INTO order_header (\(Self.headerColumns), load_id) SELECT \(Self.headerColumns), \(work.loadID) FROM \(rows)"
    }

    private static let lineColumns: SQLText =
        "order_id, line_no, product_id, customer_id, ordered_on, quantity, unit_price_fen, discount_fen, amount_fen, cost_fen"

    /// Lines as they will stand. Without line numbers they are counted in the file's order: where the lines of every order
    /// stand together, without looking for those that do not.
    private func readyLines(_ isTogether: Bool) -> SQLText {
        let inOrder: SQLText =
            isTogether
            ? "g.rid - o.first_rid + 1" : "CASE WHEN o.is_together THEN g.rid - o.first_rid + 1 ELSE s.place END"
        let number: SQLText = has("line_no") ? "g.line_no" : inOrder
        let scattered: SQLText = """
             LEFT JOIN (SELECT g.rid, row_number() OVER (PARTITION BY g.order_no ORDER BY g.rid) AS place FROM good g \
            JOIN orders o ON o.order_no = g.order_no WHERE NOT o.is_together) s ON s.rid = g.rid
            """
        let day: SQLText = has("ordered_at") ? "o.ordered_on" : "h.ordered_on"
        let customer: SQLText =
            has("customer_no") ? "o.customer_id" : has("ordered_at") ? "CAST(NULL AS BIGINT)" : "h.customer_id"
        return """
            SELECT o.order_id, CAST(\(number) AS INTEGER) AS line_no, p.product_id, \(customer) AS customer_id, \(day) AS ordered_on, \
            g.quantity * o.sign AS quantity, \(linePrice) AS unit_price_fen, \(lineDiscount) * o.sign AS discount_fen, \
            (\(lineAmount)) * o.sign AS amount_fen, \(has("cost") ? "g.cost_fen * o.sign" : "CAST(NULL AS BIGINT)") AS cost_fen \
            FROM good g JOIN orders o ON o.order_no = g.order_no \
            LEFT JOIN product p ON p.product_code = g.product_code\(has("line_no") || isTogether ? "" : scattered)\
            \(has("ordered_at") ? "" : " LEFT JOIN order_header h ON h.order_id = o.order_id")
            """
    }

    func ready(_ isTogether: Bool) -> SQLText { "CREATE TEMP TABLE ready AS \(readyLines(isTogether))" }

    func insertLines(prepared: Bool, _ isTogether: Bool) -> SQLText {
        let rows: SQLText = prepared ? "ready" : "(\(readyLines(isTogether)))"
        return
            "INSERT INTO order_line (\(Self.lineColumns), load_id) SELECT \(Self.lineColumns), \(work.loadID) FROM \(rows)"
    }

    /// What a file does not say about an order that is there stays as it is.
    var inherit: [SQLText] {
        let columns = [
            "customer_id", "channel", "store_id", "dealer_id", "country", "region", "province", "city", "cost_fen",
        ]
        let sets = columns.map { "\(name: $0) = coalesce(n.\(name: $0), h.\(name: $0))" as SQLText }.joined(", ")
        return [
            "UPDATE new_header AS n SET \(sets) FROM order_header h WHERE h.order_id = n.order_id",
            """
            UPDATE ready AS r SET cost_fen = l.cost_fen FROM order_line l WHERE r.cost_fen IS NULL AND l.order_id = r.order_id \
            AND l.line_no = r.line_no AND l.product_id IS NOT DISTINCT FROM r.product_id
            """,
        ]
    }

    /// Orders whose lines or heads differ from what is there, either way.
    func changed(withHeaders: Bool) -> SQLText {
        let old: SQLText = "SELECT \(Self.lineColumns) FROM order_line WHERE order_id IN (SELECT order_id FROM known)"
        let new: SQLText = "SELECT \(Self.lineColumns) FROM ready WHERE order_id IN (SELECT order_id FROM known)"
        let oldHead: SQLText =
            "SELECT \(Self.headerColumns) FROM order_header WHERE order_id IN (SELECT order_id FROM known)"
        let newHead: SQLText =
            "SELECT \(Self.headerColumns) FROM new_header WHERE order_id IN (SELECT order_id FROM known)"
        let heads: SQLText =
            withHeaders
            ? " UNION SELECT order_id FROM (\(newHead) EXCEPT \(oldHead)) UNION SELECT order_id FROM (\(oldHead) EXCEPT \(newHead))"
            : ""
        return """
            CREATE TEMP TABLE changed AS SELECT order_id FROM (\(new) EXCEPT ALL \(old)) \
            UNION SELECT order_id FROM (\(old) EXCEPT ALL \(new))\(heads)
            """
    }
}
