package import GRDB
package import Kernel
package import Store

/// Reads and writes declared records. Every change checks rights, the version it started from and the fields, and writes
/// the row, its history, the search index and the audit log in one transaction.
///
/// Functions that take `_ db:` take part in the caller's transaction; the others make their own.
package struct RecordStore: Sendable {
    package let store: Store
    package let catalog: RecordCatalog
    package let currency: Currency
    let metrics: @Sendable (String) -> Bool
    let regions: @Sendable (String) -> Bool
    private let longFrom: Int64

    /// Brings the tables up to the declarations.
    /// - Parameters:
    ///   - metrics: whether a metric of that id is there.
    ///   - regions: whether a sales region of that code is there.
    package init(
        _ store: Store, _ catalog: RecordCatalog, currency: Currency, metrics: @Sendable @escaping (String) -> Bool,
        regions: @Sendable @escaping (String) -> Bool
    ) throws {
        try self.init(
            store, catalog, currency: currency, metrics: metrics, regions: regions, longFrom: RecordSchema.longFrom)
    }

    /// - Parameter longFrom: how many records make a list long.
    init(
        _ store: Store, _ catalog: RecordCatalog, currency: Currency, metrics: @Sendable @escaping (String) -> Bool,
        regions: @Sendable @escaping (String) -> Bool, longFrom: Int64
    ) throws {
        self.store = store
        self.catalog = catalog
        self.currency = currency
        self.metrics = metrics
        self.regions = regions
        self.longFrom = longFrom
        try store.rebuild { db in
            try RecordSchema.update(db, catalog, longFrom: longFrom)
            try RecordSearch.fill(db, catalog)
        }
    }

    // MARK: Reading

    /// Problem: `record.unknown_record`, also for a record that the reader may not see.
    package func find(_ db: Database, _ type: RecordType, number: Int64, for reader: RecordAuthor) throws -> Record {
        try reader.require(.view, type)
        let id = try Int64.fetchOne(
            db, sql: "SELECT record_id FROM record WHERE type = ? AND number = ?", arguments: [type.id, number])
        guard let id, let record = try RecordRow(type: type).find(db, id), reader.reaches(record) else {
            throw RecordProblem.unknownRecord(type.number(number))
        }
        return reader.shown(record)
    }

    package func find(_ type: RecordType, number: Int64, for reader: RecordAuthor) async throws -> Record {
        try await store.read { try find($0, type, number: number, for: reader) }
    }

    // MARK: Writing

    /// A new record in its first state. Problems: `access.forbidden`, `record.fields`.
    @discardableResult
    package func create(_ db: Database, _ type: RecordType, _ values: RecordValues, by author: RecordAuthor) throws
        -> Record
    {
        try create(db, type, values, "create", by: author)
    }

    /// `action` is what history and audit call it.
    func create(_ db: Database, _ type: RecordType, _ values: RecordValues, _ action: String, by author: RecordAuthor)
        throws -> Record
    {
        try author.require(.edit, type)
        try check(db, type, values, changed: Set(values.keys), by: author)
        let number =
            try Int64.fetchOne(db, sql: "SELECT max(number) FROM record WHERE type = ?", arguments: [type.id]) ?? 0
        try db.execute(sql: "INSERT INTO record (type, number) VALUES (?, ?)", arguments: [type.id, number + 1])
        let now = store.clock.now()
        let name = author.author.description
        let record = Record(
            id: db.lastInsertedRowID, type: type, number: number + 1, version: 1, state: type.states.initial,
            values: values,
            createdAt: now, createdBy: name, changedAt: now, changedBy: name, archivedAt: nil)
        if !author.reaches(record) { throw AccessProblem.forbidden(.edit, type.resource) }
        let act = RecordAct(.create, before: nil, record, by: author)
        try obey(db, act)
        try RecordRow(type: type).insert(db, record)
        try RecordSchema.keepOrders(db, type, number: record.number, longFrom: longFrom)
        try confirm(db, act)
        try log(db, record, action, by: author)
        return record
    }

    @discardableResult
    package func create(_ type: RecordType, _ values: RecordValues, by author: RecordAuthor) async throws -> Record {
        try await store.write { try create($0, type, values, by: author) }
    }

    /// Changes the fields named; `nil` empties one. `version` is the one that the writer saw.
    /// Problems: `access.forbidden`, `record.stale`, `record.locked`, `record.fields`.
    @discardableResult
    package func change(
        _ db: Database, _ record: Record, from version: Int64, _ changes: [String: RecordValue?],
        by author: RecordAuthor
    ) throws -> Record {
        try author.require(.edit, record.type)
        let current = try require(db, record, for: author)
        if current.isLocked {
            throw RecordProblem.locked(
                code: current.code, state: current.archivedAt == nil ? current.stateName : Self.archived)
        }
        var values = current.values
        for (field, value) in changes { values[field] = value }
        let changed = Set(changes.keys).filter { values[$0] != current.values[$0] }
        if current.version != version, !changed.isEmpty { throw stale(current, changes, author) }
        if changed.isEmpty { return author.shown(current) }
        try check(db, current.type, values, changed: changed, by: author)
        try checkCycles(db, current, values, changed: changed)
        let next = advanced(current, values: values, by: author)
        if !author.reaches(next) { throw AccessProblem.forbidden(.edit, record.type.resource) }
        let act = RecordAct(.change, before: current, next, by: author)
        try obey(db, act)
        try RecordRow(type: next.type).update(db, next)
        try confirm(db, act)
        try log(db, next, "change", by: author)
        return author.shown(next)
    }

    @discardableResult
    package func change(
        _ record: Record, from version: Int64, _ changes: [String: RecordValue?], by author: RecordAuthor
    ) async throws -> Record {
        try await store.write { try change($0, record, from: version, changes, by: author) }
    }

    /// A step of the state map. Problems: `record.move_unknown`, `record.move_needs`, `record.move_needs_reason`,
    /// `approval.needs_request`, `access.forbidden`.
    @discardableResult
    package func move(
        _ db: Database, _ record: Record, from version: Int64, _ move: String, reason: String? = nil,
        by author: RecordAuthor
    ) throws -> Record {
        let current = try require(db, record, for: author)
        let step = try checkMove(current, from: version, move, by: author)
        try author.require(step.action, current.type)
        if step.needsApproval { throw ApprovalProblem.needsRequest(code: current.code) }
        let reason = reason.flatMap { $0.isEmpty ? nil : $0 }
        if step.needsReason, reason == nil { throw RecordProblem.moveNeedsReason(code: current.code) }
        let logged = try overriding(db, step, of: current, reason)
        return author.shown(try make(db, step, of: current, reason: logged, by: author))
    }

    /// The move, if the record can make it now. Problems: `record.move_unknown`, `record.move_needs`, `record.stale`.
    @discardableResult
    func checkMove(_ current: Record, from version: Int64, _ move: String, by author: RecordAuthor) throws -> StateMove
    {
        guard current.archivedAt == nil,
            let step = current.type.states.moves(from: current.state).first(where: { $0.id == move })
        else {
            throw RecordProblem.moveUnknown(code: current.code, move: move, state: current.stateName)
        }
        if current.version != version { throw stale(current, [:], author) }
        let empty = step.needs.filter { current.values[$0] == nil }.compactMap { current.type.field($0)?.name }
        if !empty.isEmpty { throw RecordProblem.moveNeeds(code: current.code, fields: empty) }
        return step
    }

    /// The move that was approved, made in the name of who decided last: by a request, or elsewhere before records were kept.
    @discardableResult
    package func makeApproved(
        _ db: Database, _ record: Record, from version: Int64, _ move: String, by author: RecordAuthor
    ) throws -> Record {
        let current = try require(db, record, for: .system)
        let step = try checkMove(current, from: version, move, by: .system)
        return try make(db, step, of: current, reason: nil, by: author)
    }

    @discardableResult
    private func make(_ db: Database, _ step: StateMove, of current: Record, reason: String?, by author: RecordAuthor)
        throws -> Record
    {
        let next = advanced(current, state: step.to, by: author)
        let act = RecordAct(.move(step.id), before: current, next, by: author)
        try obey(db, act)
        try RecordRow(type: next.type).update(db, next)
        try confirm(db, act)
        try log(db, next, step.id, reason: reason, by: author)
        return next
    }

    /// The version that stands now; 0 where there is no such record.
    func version(_ db: Database, _ id: Int64) throws -> Int64 {
        guard let type = try String.fetchOne(db, sql: "SELECT type FROM record WHERE record_id = ?", arguments: [id])
        else { return 0 }
        return try Int64.fetchOne(
            db, sql: "SELECT version FROM \(RecordSchema.table(try catalog.require(type))) WHERE record_id = ?",
            arguments: [id]) ?? 0
    }

    @discardableResult
    package func move(
        _ record: Record, from version: Int64, _ move: String, reason: String? = nil, by author: RecordAuthor
    ) async throws -> Record {
        try await store.write { try self.move($0, record, from: version, move, reason: reason, by: author) }
    }

    /// Nothing is ever deleted: an archived record leaves the lists and can be brought back. Problem: `record.still_linked`.
    @discardableResult
    package func setArchived(_ isArchived: Bool, _ record: Record, from version: Int64, by author: RecordAuthor)
        async throws -> Record
    {
        try await store.write { try setArchived($0, isArchived, record, from: version, by: author) }
    }

    func setArchived(
        _ db: Database, _ isArchived: Bool, _ record: Record, from version: Int64, by author: RecordAuthor
    ) throws -> Record {
        try author.require(.edit, record.type)
        let current = try require(db, record, for: author)
        if current.version != version { throw stale(current, [:], author) }
        if (current.archivedAt != nil) == isArchived { return author.shown(current) }
        if isArchived {
            let users = try incoming(db, current, for: author).map(\.code)
            if !users.isEmpty { throw RecordProblem.stillLinked(code: current.code, from: users) }
        }
        let next = advanced(current, archivedAt: .some(isArchived ? store.clock.now() : nil), by: author)
        let act = RecordAct(isArchived ? .archive : .restore, before: current, next, by: author)
        try obey(db, act)
        try RecordRow(type: next.type).update(db, next)
        try confirm(db, act)
        try log(db, next, isArchived ? "archive" : "restore", by: author)
        return author.shown(next)
    }

    private static let archived = Text(zh: "已归档", en: "Archived")
}

extension RecordStore {
    /// The record as it stands now, whole.
    func require(_ db: Database, _ record: Record, for author: RecordAuthor) throws -> Record {
        guard let current = try RecordRow(type: record.type).find(db, record.id), author.reaches(current) else {
            throw RecordProblem.unknownRecord(record.code)
        }
        return current
    }

    private func stale(_ current: Record, _ changes: [String: RecordValue?], _ author: RecordAuthor) -> RecordProblem {
        .stale(
            code: current.code, by: current.changedBy, mine: changes.compactMapValues { $0 },
            theirs: author.shown(current).values)
    }

    func advanced(
        _ record: Record, state: String? = nil, values: RecordValues? = nil, archivedAt: Instant?? = nil,
        by author: RecordAuthor
    ) -> Record {
        Record(
            id: record.id, type: record.type, number: record.number, version: record.version + 1,
            state: state ?? record.state,
            values: values ?? record.values, createdAt: record.createdAt, createdBy: record.createdBy,
            changedAt: store.clock.now(),
            changedBy: author.author.description, archivedAt: archivedAt ?? record.archivedAt)
    }

    /// All that is wrong with the fields, said at once.
    func check(
        _ db: Database, _ type: RecordType, _ values: RecordValues, changed: Set<String>, by author: RecordAuthor
    ) throws {
        var troubles: [FieldTrouble] = []
        for id in changed.sorted() where type.field(id) == nil {
            troubles.append(
                FieldTrouble(
                    field: id, name: Text(verbatim: id), text: Text(zh: "没有这个字段。", en: "There is no such field.")))
        }
        for field in type.fields {
            guard let value = values[field.id], !value.isEmpty else {
                if field.isRequired { troubles.append(.missing(field)) }
                continue
            }
            guard changed.contains(field.id) else { continue }
            if !author.may(.edit, type, field) {
                troubles.append(said(field, Text(zh: "您无权修改此项。", en: "You may not change this.")))
            } else {
                do throws(FieldTrouble) { try FieldText(field, currency: currency).check(value) } catch {
                    troubles.append(error)
                }
                if let text = try reference(db, field, value) { troubles.append(said(field, text)) }
            }
        }
        if !troubles.isEmpty { throw RecordProblem.fields(troubles) }
    }

    private func said(_ field: RecordField, _ text: Text) -> FieldTrouble {
        FieldTrouble(field: field.id, name: field.name, text: text)
    }

    /// What a value points at must be there.
    private func reference(_ db: Database, _ field: RecordField, _ value: RecordValue) throws -> Text? {
        switch (field.kind, value) {
        case (.metric, .text(let id)) where !metrics(id): Text(zh: "没有编号为“\(id)”的指标。", en: "There is no metric \(id).")
        case (.region, .text(let code)) where !regions(code):
            Text(zh: "没有代码为“\(code)”的区域。", en: "There is no region \(code).")
        case (.person, .whole(let id)):
            try isAccount(db, id) ? nil : Text(zh: "没有这个可用账号。", en: "There is no such active account.")
        case (.people, .people(let ids)): try absent(db, ids)
        case (.link(let type), .whole(let id)): try missing(db, [id], type)
        case (.links(let type), .records(let ids)): try missing(db, ids, type)
        default: nil
        }
    }

    private func isAccount(_ db: Database, _ id: Int64) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT disabled_at IS NULL FROM account WHERE account_id = ?", arguments: [id])
            ?? false
    }

    /// Who of several is no active account, or is named twice.
    private func absent(_ db: Database, _ ids: [Int64]) throws -> Text? {
        for id in ids where try !isAccount(db, id) {
            let name = try String.fetchOne(db, sql: "SELECT name FROM account WHERE account_id = ?", arguments: [id])
            return Text(
                zh: "“\(name ?? String(id))”不是可用账号，请移除后再保存。",
                en: "\(name ?? String(id)) is no active account. Take the name out and save again.")
        }
        return Set(ids).count == ids.count ? nil : Text(zh: "同一个人被列出了两次。", en: "The same person is named twice.")
    }

    private func missing(_ db: Database, _ ids: [Int64], _ type: String) throws -> Text? {
        for id in ids {
            let found = try String.fetchOne(db, sql: "SELECT type FROM record WHERE record_id = ?", arguments: [id])
            if found != type { return Text(zh: "所引用的记录不存在。", en: "The record that this names is not there.") }
        }
        return Set(ids).count == ids.count ? nil : Text(zh: "同一条记录被引用了两次。", en: "The same record is named twice.")
    }

    /// History, search and audit of a change; an approval that was asked for another version is void.
    func log(_ db: Database, _ record: Record, _ action: String, reason: String? = nil, by author: RecordAuthor)
        throws
    {
        try db.execute(
            sql: """
                INSERT INTO record_version (record_id, version, action, state, body, reason, author, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.id, record.version, action, record.state, try RecordJSON.encoded(record.values), reason,
                author.author.description, record.changedAt,
            ])
        try RecordSearch.index(db, record)
        try db.execute(
            sql: """
                UPDATE approval_request SET state = 'voided', closed_at = ?, due_at = NULL
                WHERE record_id = ? AND state = 'open' AND version <> ?
                """, arguments: [record.changedAt, record.id, record.version])
        try store.audit.append(
            db, author: author.author, action: "record.\(action)", subject: "\(record.type.id):\(record.number)",
            detail: ["version": String(record.version), "state": record.state].merging(
                reason.map { ["reason": $0] } ?? [:]
            ) { own, _ in own })
    }
}

extension RecordValue {
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .codes(let codes): codes.isEmpty
        case .records(let ids), .people(let ids): ids.isEmpty
        default: false
        }
    }
}
