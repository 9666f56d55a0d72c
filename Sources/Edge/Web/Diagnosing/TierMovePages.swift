import Diagnosing
import Kernel
import Records

/// Who moved from which tier to which in a scoring (CU-02, CU-04): behind each cell of the migration matrix, and as a file.
enum TierMovePages {
    static let path = "/diagnose/rfm/moves"
    private static let title = Text(zh: "分层迁移名单", en: "Customers who changed tier")
    static let nobody = Text(zh: "（无）", en: "(none)")

    static func routes(_ desk: RFMDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .customer)) { visit in
                guard let view = try await RFMView.open(visit, desk, .customer) else { throw RFMProblem.noRun }
                return .page(try await page(view, visit, desk))
            },
            TierFiles.moves(desk).route,
        ]
    }

    /// The scheme and sides that the address names; `-` stands for having no tier.
    static func filter(_ view: RFMView, _ visit: Visit) throws -> TierMoveFilter {
        let scheme = try scheme(view, visit)
        func side(_ name: String) throws -> TierMoveFilter.Side {
            switch visit.query.text(name) {
            case "": return .any
            case "-": return .none
            case let id:
                guard scheme.tier(id) != nil else { throw WebProblem.pageUnknown }
                return .tier(id)
            }
        }
        return TierMoveFilter(scheme: scheme.id, from: try side("from"), to: try side("to"), regions: view.regions)
    }

    static func scheme(_ view: RFMView, _ visit: Visit) throws -> TierScheme {
        let id = visit.query.text("scheme")
        return try view.run.scheme(id.isEmpty ? view.run.options.schemes.first?.id ?? "" : id)
    }

    private static func page(_ view: RFMView, _ visit: Visit, _ desk: RFMDesk) async throws -> Page {
        let slice = PageOfList(visit.query)
        let scheme = try scheme(view, visit)
        let hasEarlier = try await view.rfm.hasEarlier(view.run) && view.run.standing.writesHistory
        let found: MovedCustomerPage?
        if hasEarlier {
            let wanted = try filter(view, visit)
            found = try await view.rfm.moved(by: view.run, wanted, limit: slice.size, offset: slice.offset)
        } else {
            found = nil
        }
        return Page(
            title, pretitle: RFMPages.title + Text(verbatim: " · ") + view.title(of: view.run),
            lead: found.map {
                Text(
                    zh: "与上一次\(view.run.standing.name.zh)评分相比，共 \(Figure.grouped($0.total)) 位客户。",
                    en: "\(Figure.grouped($0.total)) customers, against the scoring of the same kind before.")
            }
        ) {
            filters(view, scheme, visit)
            card(flush: true) {
                if let found, !found.customers.isEmpty {
                    table(found.customers, view, scheme, seesContacts: visit.may(.view, .contact))
                    slice.links(total: Int(found.total), visit)
                } else {
                    empty(hasEarlier)
                }
            }
        }
        .actions {
            a(.class("btn"), .href(view.address(RFMPages.path))) {
                icon("arrow-left")
                Text(zh: "返回分层", en: "Back to the tiers")
            }
            if found != nil { TierFiles.moves(desk).menu(visit) }
        }
        .footnote(view.zoneNote)
    }

    private static func empty(_ hasEarlier: Bool) -> HTML {
        emptyState(
            "users", Text(zh: "没有迁移的客户", en: "Nobody moved"),
            hasEarlier
                ? Text(zh: "换一个方案、原层级或现层级再看。", en: "Choose another scheme or other tiers.")
                : Text(
                    zh: "这是同类评分的第一次，还没有可以比较的上一次；下次评分后这里会列出变化。",
                    en: "There is no earlier scoring of this kind to compare with. The next one will be listed here."))
    }

    private static func filters(_ view: RFMView, _ scheme: TierScheme, _ visit: Visit) -> HTML {
        let tiers = scheme.tiers.map { (value: $0.id, label: $0.name) } + [(value: "-", label: nobody)]
        func offered(_ words: Text) -> [(value: String, label: Text)] { [(value: "", label: words)] + tiers }
        return queryForm(path, .class("row-wrap")) {
            for (name, value) in view.fields.pairs.map({ ($0.name, $0.value) }) {
                input(.type("hidden"), .name(name), .value(value))
            }
            RFMPages.chooser(
                "scheme", Text(zh: "方案", en: "Scheme"), chosen: scheme.id,
                view.run.options.schemes.map { ($0.id, $0.name) })
            RFMPages.chooser(
                "from", Text(zh: "原层级", en: "Before"), chosen: visit.query.text("from"),
                offered(Text(zh: "任意原层级", en: "From any tier")))
            RFMPages.chooser(
                "to", Text(zh: "现层级", en: "Now"), chosen: visit.query.text("to"),
                offered(Text(zh: "任意现层级", en: "To any tier")))
            button(.class("btn"), .type("submit")) { Text(zh: "查看", en: "Show") }
        }
    }

    private static func table(
        _ customers: [MovedCustomer], _ view: RFMView, _ scheme: TierScheme, seesContacts: Bool
    ) -> HTML {
        let currency = view.currency
        @Sendable func name(_ tier: String?) -> Text {
            tier.map { scheme.tier($0)?.name ?? Text(verbatim: $0) } ?? nobody
        }
        return DataTable(
            title, rows: customers,
            columns: [
                .init(Text(zh: "客户", en: "Customer")) { row in
                    Masking.name(row.name, shown: seesContacts)
                    span(.class("cell-sub")) { row.number ?? "" }
                },
                .init(Text(zh: "手机", en: "Phone")) { row in Masking.phone(row.phone, shown: seesContacts) },
                .init(Text(zh: "大区 / 城市", en: "Region / city")) { row in
                    RegionText.of(row.region)
                    if let city = row.city { span(.class("cell-sub")) { city } }
                },
                .init(Text(zh: "原层级", en: "Before")) { name($0.from) },
                .init(Text(zh: "现层级", en: "Now")) { name($0.to) },
                .init(Text(zh: "最近消费", en: "Recency"), figure: true) { row in
                    if let days = row.recencyDays {
                        Text(zh: "\(Figure.grouped(days)) 天前", en: "\(Figure.grouped(days)) days ago")
                    } else {
                        "—"
                    }
                },
                .init(Text(zh: "订单", en: "Orders"), figure: true) { $0.frequency.map { Figure.grouped($0) } ?? "—" },
                .init(Text(zh: "实付金额", en: "Amount paid"), figure: true) { row in
                    row.monetaryFen.map { Figure.money(Money(minorUnits: $0, currency: currency)) } ?? "—"
                },
            ]
        ).html
    }
}
