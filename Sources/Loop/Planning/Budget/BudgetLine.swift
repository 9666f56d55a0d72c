import Kernel
package import Records

/// A budget line, its values read once.
package struct BudgetLine: Sendable, Identifiable {
    /// Where its spent amount is read.
    package enum Source: String, Sendable { case requests, media, books }

    package let record: Record
    package var id: Int64 { record.id }
    package var code: String { record.code }
    package var title: String { record.title }
    package let budget: Int64
    package let module: String
    package let planned: Int64
    /// A metric's id.
    package let metric: String
    package let channel: String?
    package let project: Int64?
    package let base: Int64?
    package let source: Source
    /// What the warehouse calls it: a channel's code or a booked line's name.
    package let outside: String?
    package let region: String?
    package let isMovable: Bool

    package init(_ record: Record) {
        self.record = record
        budget = record.whole("budget") ?? 0
        module = record.text("module") ?? ""
        planned = record.whole("planned") ?? 0
        metric = record.text("metric") ?? ""
        channel = record.text("channel")
        project = record.whole("project")
        base = record.whole("base_amount")
        source = record.text("actuals").flatMap(Source.init(rawValue:)) ?? .requests
        outside =
            switch source {
            case .requests: nil
            case .media: record.text("channel") ?? record.text("book_code")
            case .books: record.text("book_code")
            }
        region = record.text("region")
        isMovable = record["is_movable"] == .flag(true)
    }

    /// The flexible pool and the emergency reserve: drawn on, never spent directly.
    package var isPool: Bool { module == "pool" || module == "reserve" }
    package var isStopped: Bool { record.state == "stopped" }

    /// Its category in a scheme, if it was put into one.
    package func category(in scheme: MixScheme) -> String? { record.text(scheme.rawValue) }
}
