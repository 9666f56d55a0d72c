package import Kernel
package import Records

/// A budget with its lines, the budgets beneath it, and where every line stands by what was written in Yunchou.
package struct BudgetBook: Sendable {
    package let budget: Record
    package let children: [Record]
    package var positions: [LinePosition]

    /// - Parameters:
    ///   - moves: transfers and pool draws in force.
    ///   - waiting: requests with an approval under way.
    ///   - outside: what lines cost by the data of the warehouse, for lines that are followed there.
    package init(
        _ budget: Record, lines: [Record], children: [Record] = [], requests: [Record] = [], moves: [Record] = [],
        waiting: Set<Int64> = [], outside: [Int64: Int64] = [:]
    ) {
        self.budget = budget
        self.children = children
        var positions = Dictionary(
            lines.map { ($0.id, LinePosition(BudgetLine($0))) }, uniquingKeysWith: { first, _ in first })
        for request in requests {
            guard let line = request.whole("line") else { continue }
            let amount = request.whole("amount") ?? 0
            let paid = request.whole("paid") ?? 0
            switch request.state {
            case "approved":
                positions[line]?.spent += paid
                positions[line]?.committed += max(0, amount - paid)
            case "paid": positions[line]?.spent += paid
            default: if waiting.contains(request.id) { positions[line]?.pending += amount }
            }
        }
        for move in moves where move.state == "applied" {
            let amount = move.whole("amount") ?? 0
            if let from = move.whole("from_line") { positions[from]?.moved -= amount }
            if let to = move.whole("to_line") { positions[to]?.moved += amount }
        }
        for (line, amount) in outside where positions[line]?.line.source != .requests {
            positions[line]?.follow(amount)
        }
        self.positions = lines.compactMap { positions[$0.id] }
    }

    package var total: Int64 { budget.whole("total") ?? 0 }
    package var planned: Int64 { positions.reduce(0) { $0 + $1.line.planned } }
    package var childTotal: Int64 { children.reduce(0) { $0 + ($1.whole("total") ?? 0) } }
    /// What lines and budgets beneath take of the total.
    package var allocated: Int64 { planned + childTotal }
    package var unallocated: Int64 { total - allocated }
    package var period: Period {
        let start = budget.day("starts_on") ?? Day(daysSince1970: 0)
        return Period(from: start, upTo: (budget.day("ends_on") ?? start) + 1)
    }
    package var isInForce: Bool { budget.state == "active" }

    package func sum(_ part: (LinePosition) -> Int64) -> Int64 { positions.reduce(0) { $0 + part($1) } }

    /// A part of the total: 0 where there is none.
    package func share(_ amount: Int64) -> Double { total > 0 ? Double(amount) / Double(total) : 0 }

    /// The pool and what may be moved: the flexible room (BU-05). The emergency reserve stands apart.
    package var flexible: Int64 {
        sum { $0.line.module == "pool" || ($0.line.isMovable && $0.line.module != "reserve") ? $0.adjusted : 0 }
    }
    package var reserve: Int64 { sum { $0.line.module == "reserve" ? $0.adjusted : 0 } }
}
