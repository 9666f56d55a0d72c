import Kernel

/// The steps of a load in order, for either kind of target.
struct LoadSteps: Sendable {
    let work: LoadWork

    private var orders: OrderLoad? { work.target == .orderLine ? OrderLoad(work) : nil }

    /// Completes `reject`.
    func check() async throws {
        try await work.rejectUnknownCodes()
        if let orders { return try await orders.check() }
        try await rejectNegativePayments()
        try await work.rejectDuplicates(of: work.target.key)
    }

    func write() async throws -> LoadCounts {
        if let orders { return try await orders.run() }
        return try await TableLoad(work).run()
    }

    /// An order that says it was paid cannot have brought less than nothing.
    private func rejectNegativePayments() async throws {
        guard work.target == .orderHeader, work.gives("status") else { return }
        try await work.reject(
            """
            SELECT g.rid, g.row_no, 'amount', 'negative_amount', NULL FROM good g WHERE g.status = 'paid' AND g.amount_fen < 0
            """)
    }

    /// Adds what was read, repeated and quarantined.
    func count(_ counts: inout LoadCounts) async throws {
        counts.read = try await work.count("SELECT count(*) AS n FROM typed")
        counts.quarantined = try await work.count(
            "SELECT count(DISTINCT rid) AS n FROM reject WHERE code <> 'repeated'")
        counts.unchanged += try await work.count(
            """
            SELECT count(DISTINCT rid) AS n FROM reject WHERE rid NOT IN (SELECT rid FROM reject WHERE code <> 'repeated')
            """)
    }

    func notices() async throws -> [Text] {
        var notices: [Text] = []
        let rounded = try await work.count("SELECT count(*) AS n FROM good WHERE is_rounded")
        if rounded > 0 {
            notices.append(
                Text(
                    zh: "\(rounded) 行的金额小数位超过币种最小单位，已四舍五入。",
                    en: "\(rounded) rows had amounts finer than the currency's smallest unit; they were rounded."))
        }
        if work.source.mergedRanges > 0 {
            notices.append(
                Text(
                    zh: "工作表中有 \(work.source.mergedRanges) 处合并单元格，其值已填入所覆盖的每一行每一列。",
                    en:
                        "The sheet has \(work.source.mergedRanges) merged ranges; their value was taken for every cell they cover."
                ))
        }
        let missing = work.source.headings.filter { heading in
            !heading.hasPrefix(Quarantine.prefix) && !work.mapping.bindings.contains { $0.column == heading }
        }
        if !missing.isEmpty {
            notices.append(
                Text(
                    zh: "以下列未导入：\(missing.joined(separator: "、"))。",
                    en: "These columns were not imported: \(missing.joined(separator: ", "))."))
        }
        return notices
    }
}
