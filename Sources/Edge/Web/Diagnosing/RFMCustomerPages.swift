import Diagnosing
import Kernel
import Records
import Warehouse

/// The customers behind a square or a tier, page by page, and as a file.
enum RFMCustomerPages {
    static let path = "/diagnose/rfm/customers"

    static func routes(_ desk: RFMDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .customer)) { visit in
                guard let view = try await RFMView.open(visit, desk, .customer) else { throw RFMProblem.noRun }
                return .page(try await page(view, visit, desk))
            },
            RFMFiles.customers(desk).route,
        ]
    }

    private static func page(_ view: RFMView, _ visit: Visit, _ desk: RFMDesk) async throws -> Page {
        let slice = PageOfList(visit.query)
        let order = RFMCustomerOrder(rawValue: visit.query.text("order")) ?? .mostMoney
        let chosen = try filter(view, visit)
        let found = try await view.rfm.customers(
            of: view.run, chosen, order: order, limit: slice.size, offset: slice.offset)
        return Page(
            try heading(view, visit), pretitle: RFMPages.title + Text(verbatim: " · ") + view.title(of: view.run),
            lead: Text(
                zh: "共 \(Figure.grouped(found.total)) 位客户。", en: "\(Figure.grouped(found.total)) customers.")
        ) {
            tabs(orders(order, visit), label: Text(zh: "排序", en: "Order"))
            card(flush: true) {
                if found.customers.isEmpty {
                    emptyState(
                        "users", Text(zh: "这里没有客户", en: "Nobody is here"),
                        Text(zh: "换一个单元格、层级或大区再看。", en: "Choose another square, tier or region."))
                } else {
                    table(found.customers, view, seesContacts: visit.may(.view, .contact))
                    slice.links(total: Int(found.total), visit)
                }
            }
        }
        .actions {
            a(.class("btn"), .href(view.address(RFMPages.path))) {
                icon("arrow-left")
                Text(zh: "返回网格", en: "Back to the grid")
            }
            RFMFiles.customers(desk).menu(visit)
        }
        .footnote(view.zoneNote)
    }

    static func filter(_ view: RFMView, _ visit: Visit) throws -> RFMCustomerFilter {
        let query = visit.query
        let square = RFMCustomerFilter(
            recency: query.int("r", in: 1...5), frequency: query.int("f", in: 1...5),
            monetary: query.int("m", in: 1...5),
            regions: view.regions)
        guard let id = query["tier"] else { return square }
        return square.and(cells: try view.run.scheme(query.text("scheme")).cells(of: id))
    }

    private static func heading(_ view: RFMView, _ visit: Visit) throws -> Text {
        if let id = visit.query["tier"], let tier = try view.run.scheme(visit.query.text("scheme")).tier(id) {
            return tier.name + Text(zh: "客户", en: " customers")
        }
        let scores = [("r", "R"), ("f", "F"), ("m", "M")].compactMap { name, letter in
            visit.query.int(name, in: 1...5).map { "\(letter)\($0)" }
        }
        return Text(verbatim: scores.joined(separator: " "))
            + Text(zh: scores.isEmpty ? "全部客户" : " 客户", en: scores.isEmpty ? "All customers" : " customers")
    }

    private static func orders(_ chosen: RFMCustomerOrder, _ visit: Visit) -> [(
        title: Text, address: String, isChosen: Bool
    )] {
        RFMCustomerOrder.allCases.map { order in
            let name =
                switch order {
                case .mostMoney: Text(zh: "金额从高到低", en: "Most money")
                case .mostOrders: Text(zh: "频次从高到低", en: "Most orders")
                case .latest: Text(zh: "最近购买在前", en: "Latest first")
                case .longestAgo: Text(zh: "最久未购在前", en: "Longest ago first")
                }
            return (name, visit.address(setting: "order", to: order.rawValue), order == chosen)
        }
    }

    private static func table(_ customers: [RFMCustomer], _ view: RFMView, seesContacts: Bool) -> HTML {
        let currency = view.currency
        let schemes = view.run.options.schemes
        return DataTable(
            Text(zh: "客户", en: "Customers"), rows: customers,
            columns: [
                .init(Text(zh: "客户", en: "Customer")) { row in
                    Masking.name(row.card?.name, shown: seesContacts)
                    span(.class("cell-sub")) { row.card?.number ?? "" }
                },
                .init(Text(zh: "手机", en: "Phone")) { row in Masking.phone(row.card?.phone, shown: seesContacts) },
                .init(Text(zh: "大区 / 城市", en: "Region / city")) { row in
                    RegionText.of(row.card?.region)
                    if let city = row.card?.city { span(.class("cell-sub")) { city } }
                },
                .init(Text(zh: "最近消费", en: "Recency"), figure: true) { row in
                    Text(zh: "\(Figure.grouped(row.recencyDays)) 天前", en: "\(Figure.grouped(row.recencyDays)) days ago")
                },
                .init(Text(zh: "订单", en: "Orders"), figure: true) { Figure.grouped($0.frequency) },
                .init(Text(zh: "实付金额", en: "Amount paid"), figure: true) { row in
                    Figure.money(Money(minorUnits: row.monetaryFen, currency: currency))
                },
                .init(Text(verbatim: "RFM")) { row in code { String(row.cell.code) } },
                .init(Text(zh: "层级", en: "Tiers")) { row in
                    for scheme in schemes { span(.class("cell-sub")) { scheme.tier(of: row.cell)?.name } }
                },
            ]
        ).html
    }
}
