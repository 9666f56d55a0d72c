package import GRDB
package import Store

/// How scheduled runs score. Kept in the company's settings, so that each change is in the audit log with what was before;
/// every run keeps the options it used.
package struct RFMOptionStore: Sendable {
    private static let key = "diagnosing.rfm_options"
    private let settings: SettingStore
    let audit: AuditLog

    package init(_ store: Store) {
        settings = SettingStore(store)
        audit = store.audit
    }

    /// The kept options, or the standard ones.
    package func options(_ db: Database) throws -> RFMOptions {
        guard let kept = try settings.value(db, Self.key) else { return .standard }
        return try StoredJSON.decode(RFMOptions.self, kept)
    }

    /// Keeps options that have been checked.
    package func keep(_ options: RFMOptions, _ db: Database, by author: Author) throws {
        try options.check()
        try settings.set(db, Self.key, try StoredJSON.encode(options), by: author)
    }
}
