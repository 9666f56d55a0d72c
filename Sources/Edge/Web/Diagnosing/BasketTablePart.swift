import Diagnosing
import Kernel

/// The split: one row a member, sortable by each figure; a member leads to its course above.
struct BasketTablePart {
    let table: BasketTable
    let view: BasketView
    let visit: Visit

    private static let shown = 100

    var html: HTML {
        card(Text(zh: "构成", en: "Breakdown"), note: note, flush: true) {
            tabs(
                BasketKind.allCases.map { ($0.name, address(of: $0), $0 == view.kind) },
                label: Text(zh: "拆分维度", en: "Split by"))
            list.sorted(by: visit).html
            if table.rows.count > Self.shown {
                p(.class("pager")) {
                    Text(
                        zh: "显示前 \(Self.shown) 项，共 \(table.rows.count) 项；导出可得全部。",
                        en: "The first \(Self.shown) of \(table.rows.count); the export has all.")
                }
            }
        }
    }

    private var note: Text {
        switch view.kind {
        case .channel: Text(zh: "点击渠道，上方走势只看它", en: "A channel leads to its own course above")
        case .category, .product:
            Text(
                zh: "含该\(view.kind.name.zh)的订单：客单价是整单金额，复购是再次购买它；一单可属于多项，故不可相加。客户价值按首单主要品类。",
                en:
                    "Orders that hold it: their value is the whole order’s, repurchase is buying it again; an order may count for several, so rows do not add up. Customer value goes by the main category of the first order."
            )
        }
    }

    private func address(of kind: BasketKind) -> String {
        var query = visit.query
        query["by"] = kind.rawValue
        query["member"] = nil
        query["sort"] = nil
        return visit.request.path + "?" + query.encoded
    }

    private var list: DataTable<BasketRow> {
        let view = view
        let visit = visit
        var columns: [DataTable<BasketRow>.Column] = [
            .init(view.kind.name) { row in
                a(
                    .href(visit.address(setting: "member", to: row.member.isEmpty ? MetricView.blank : row.member)),
                    .current(visit.query["member"] == row.member)
                ) { view.name(row.member) }
            },
            .init(Text(zh: "订单", en: "Orders"), figure: true, sort: "orders") { Figure.grouped($0.now.orders) },
            .init(Text(zh: "客单价", en: "Order value"), figure: true, sort: "average") { view.money($0.now.averageFen) },
            .init(.onPrevious, figure: true, sort: "average_previous") { basketChange($0.averageOnPrevious) },
            .init(.onLastYear, figure: true, sort: "average_year") { basketChange($0.averageOnLastYear) },
        ]
        if !view.kind.isExclusive {
            columns.append(
                .init(Text(zh: "其中本\(view.kind.name.zh)", en: "Of which its own"), figure: true, sort: "own") {
                    view.money($0.now.ownPerOrderFen)
                })
        } else {
            columns.append(
                .init(Text(zh: "件/单", en: "Items"), figure: true, sort: "items") {
                    $0.now.itemsPerOrder.map { Figure.decimal($0, 2) } ?? "—"
                })
        }
        columns += [
            .init(Text(zh: "复购率", en: "Repurchase"), figure: true, sort: "repurchase") {
                $0.now.repurchaseRate.map { Figure.percent($0, 2) } ?? "—"
            },
            .init(.onPrevious, figure: true, sort: "repurchase_previous") {
                basketChange($0.repurchaseOnPrevious, isShare: true)
            },
            .init(.onLastYear, figure: true, sort: "repurchase_year") {
                basketChange($0.repurchaseOnLastYear, isShare: true)
            },
        ]
        if view.kind != .product {
            columns += [
                .init(Text(zh: "客户价值", en: "Customer value"), figure: true, sort: "value") {
                    view.money($0.value.marginPerCustomer)
                },
                .init(.onLastYear, figure: true, sort: "value_year") { basketChange($0.valueOnLastYear) },
            ]
        }
        return DataTable(
            Text(zh: "按\(view.kind.name.zh)拆分", en: "By \(view.kind.name.en.lowercased())"),
            rows: Array(BasketOrder.sorted(table.rows, visit).prefix(Self.shown)), columns: columns)
    }
}

/// The orders in which the split can stand.
enum BasketOrder {
    /// By the address's `sort`; as they come (the largest first) where it names none.
    static func sorted(_ rows: [BasketRow], _ visit: Visit) -> [BasketRow] {
        let wish = visit.query.text("sort")
        let isDown = wish.hasPrefix("-")
        guard let key = keys[isDown ? String(wish.dropFirst()) : wish] else { return rows }
        let known = rows.filter { key($0) != nil }
        let sorted = known.sorted { left, right in
            let (l, r) = (key(left) ?? 0, key(right) ?? 0)
            return l == r ? left.member < right.member : (l < r) != isDown
        }
        return sorted + rows.filter { key($0) == nil }
    }

    private static let keys: [String: @Sendable (BasketRow) -> Double?] = [
        "orders": { Double($0.now.orders) }, "average": { $0.now.averageFen },
        "average_previous": { $0.averageOnPrevious }, "average_year": { $0.averageOnLastYear },
        "own": { $0.now.ownPerOrderFen }, "items": { $0.now.itemsPerOrder },
        "repurchase": { $0.now.repurchaseRate }, "repurchase_previous": { $0.repurchaseOnPrevious },
        "repurchase_year": { $0.repurchaseOnLastYear }, "value": { $0.value.marginPerCustomer },
        "value_year": { $0.valueOnLastYear },
    ]
}
