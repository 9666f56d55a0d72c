import Kernel

/// Columns that follow from others where a file does not give them.
struct DerivedColumns: Sendable {
    let work: LoadWork

    var all: [String: SQLText] {
        switch work.target {
        case .orderHeader: orders
        case .customer where !work.gives("is_member") && work.gives("member_level"):
            ["is_member": "CASE WHEN g.member_level IS NOT NULL THEN TRUE END"]
        case .surveyAnswer: work.gives("question") ? [:] : ["question": "g.survey"]
        case .shipment, .store: dealerOfStore
        default: [:]
        }
    }

    private var orders: [String: SQLText] {
        let isReturn: SQLText =
            "coalesce(\(given("status")), CASE WHEN g.amount_fen < 0 THEN 'returned' ELSE 'paid' END) = 'returned'"
        func signed(_ value: SQLText) -> SQLText {
            "CASE WHEN \(isReturn) AND g.amount_fen > 0 THEN -(\(value)) ELSE \(value) END"
        }
        var rules: [String: SQLText] = [
            "status": "coalesce(\(given("status")), CASE WHEN g.amount_fen < 0 THEN 'returned' ELSE 'paid' END)",
            "amount_fen": signed("g.amount_fen"),
            "gross_fen": signed(
                work.gives("gross")
                    ? "coalesce(g.gross_fen, g.amount_fen + coalesce(\(money("discount")), 0))"
                    : "g.amount_fen + coalesce(\(money("discount")), 0)"),
            "discount_fen": "coalesce(\(money("discount")), 0)",
            "currency": "coalesce(\(given("currency")), \(value: work.currency))",
        ]
        rules["is_private_domain"] =
            "coalesce(\(flag("is_private_domain")), \(given("channel")) IN ('wecom', 'mini_program'), FALSE)"
        for column in ["region", "province", "city"] { rules[column] = place(column) }
        if work.references.contains(.store) {
            rules["dealer_id"] =
                work.references.contains(.dealer)
                ? "coalesce(of_dealer.dealer_id, of_store.dealer_id)" : "of_store.dealer_id"
        }
        return rules
    }

    /// Where an order was made: said by the file, else the store's place, else where the customer lives.
    private func place(_ column: String) -> SQLText {
        var sources: [SQLText] = [given(column)]
        if work.references.contains(.store) { sources.append("of_store.\(name: column)") }
        if work.references.contains(.customer) { sources.append("of_customer.\(name: column)") }
        return sources.count == 1 ? sources[0] : "coalesce(\(sources.joined(", ")))"
    }

    private var dealerOfStore: [String: SQLText] {
        guard work.target == .shipment, work.references.contains(.store), !work.references.contains(.dealer) else {
            return [:]
        }
        return ["dealer_id": "of_store.dealer_id"]
    }

    private func given(_ field: String) -> SQLText { work.gives(field) ? "g.\(name: field)" : "CAST(NULL AS VARCHAR)" }
    private func flag(_ field: String) -> SQLText { work.gives(field) ? "g.\(name: field)" : "CAST(NULL AS BOOLEAN)" }
    private func money(_ field: String) -> SQLText {
        work.gives(field) ? "g.\(name: field + "_fen")" : "CAST(NULL AS BIGINT)"
    }
}
