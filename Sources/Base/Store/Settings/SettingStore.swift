package import GRDB
import Kernel

/// Reads and writes the settings of the company, and small remembered values of other rooms under keys of their own.
package struct SettingStore: Sendable {
    private let store: Store

    package init(_ store: Store) { self.store = store }

    /// The company's settings, with defaults for what was never set.
    package func company() async throws -> CompanySettings { try await store.read { try self.company($0) } }

    package func company(_ db: Database) throws -> CompanySettings {
        let zone = BusinessZone(try value(db, "company.zone") ?? "Asia/Shanghai") ?? .utc
        var settings = CompanySettings(zone: zone)
        settings.name.zh = try value(db, "company.name_zh") ?? settings.name.zh
        settings.name.en = try value(db, "company.name_en") ?? settings.name.en
        settings.currency = try value(db, "company.currency").flatMap { Currency($0) } ?? settings.currency
        settings.language = try value(db, "company.language").flatMap { Language(rawValue: $0) } ?? settings.language
        settings.tour = try value(db, "company.tour").flatMap { TourState(rawValue: $0) } ?? settings.tour
        return settings
    }

    /// Changes the settings that differ from the kept ones, and logs each change.
    package func save(_ settings: CompanySettings, by author: Author) async throws {
        try await store.write { db in
            try self.set(db, "company.name_zh", settings.name.zh, by: author)
            try self.set(db, "company.name_en", settings.name.en, by: author)
            try self.set(db, "company.zone", settings.zone.identifier, by: author)
            try self.set(db, "company.currency", settings.currency.code, by: author)
            try self.set(db, "company.language", settings.language.rawValue, by: author)
            try self.set(db, "company.tour", settings.tour.rawValue, by: author)
        }
    }

    /// One remembered value; `nil` if it was never set.
    package func value(_ db: Database, _ key: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key])
    }

    /// Remembers a value and logs the change; writing the same value again changes nothing.
    package func set(_ db: Database, _ key: String, _ value: String, by author: Author) throws {
        let before = try self.value(db, key)
        if before == value { return }
        try db.execute(
            sql: """
                INSERT INTO setting (key, value, changed_at) VALUES (?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at
                """, arguments: [key, value, store.clock.now()])
        var detail = ["to": value]
        detail["from"] = before
        try store.audit.append(db, author: author, action: "setting.change", subject: "setting:\(key)", detail: detail)
    }
}
