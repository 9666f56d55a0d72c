package import Kernel

/// A column of an exported list. People read its title (CSV, XLSX), programs its key (Parquet).
package struct ExportColumn: Sendable, Hashable, Codable {
    package let key: String
    package let title: String
    let meaning: Meaning

    /// What stands in the question's column of that key, and what is written for it.
    enum Meaning: Sendable, Hashable, Codable {
        case plain
        /// Minor units, written as an amount with that many decimals.
        case money(decimals: Int)
        /// Codes, written as names; a code without a name stays.
        case named([Name])
        /// A moment in UTC, written as clocks of the zone show it.
        case local(zone: String)
    }

    struct Name: Sendable, Hashable, Codable {
        let code: String
        let name: String
    }

    private init(_ key: String, _ title: String, _ meaning: Meaning) {
        self.key = key
        self.title = title
        self.meaning = meaning
    }

    package init(_ key: String, _ title: String) { self.init(key, title, .plain) }

    package static func money(_ key: String, _ title: String, _ currency: Currency) -> ExportColumn {
        ExportColumn(key, title, .money(decimals: currency.decimals))
    }

    package static func named(_ key: String, _ title: String, _ names: [(code: String, name: String)]) -> ExportColumn {
        ExportColumn(key, title, .named(names.map { Name(code: $0.code, name: $0.name) }))
    }

    package static func local(_ key: String, _ title: String, _ zone: BusinessZone) -> ExportColumn {
        ExportColumn(key, title, .local(zone: zone.identifier))
    }

    /// How the column is asked for, with the values that this binds.
    var expression: (sql: String, values: [ExportCell]) {
        switch meaning {
        case .plain: return (quoted, [])
        case .money(let decimals):
            let unit = (0..<decimals).reduce(1) { product, _ in product * 10 }
            return (
                "CAST(\(quoted) * CAST(1.0 / \(unit) AS DECIMAL(6, 4)) AS DECIMAL(20, \(decimals))) AS \(quoted)", []
            )
        case .named(let names) where names.isEmpty: return (quoted, [])
        case .named(let names):
            let cases = names.map { _ in "WHEN ? THEN ?" }.joined(separator: " ")
            let values = names.flatMap { [ExportCell.text($0.code), .text($0.name)] }
            return ("CASE \(quoted) \(cases) ELSE \(quoted) END AS \(quoted)", values)
        case .local(let zone): return ("from_utc_timestamp(\(quoted), ?) AS \(quoted)", [.text(zone)])
        }
    }

    /// Keys are words of our own.
    private var quoted: String { "\"\(key)\"" }
}
