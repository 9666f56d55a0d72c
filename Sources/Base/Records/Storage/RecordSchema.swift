import GRDB
import Kernel
import Store

/// The strict table of a record type, made from its declaration. When a declaration has changed, the table is made anew and
/// its rows are taken over; values of fields that are declared no more stay in the history.
enum RecordSchema {
    static func table(_ type: RecordType) -> String { "r_\(type.id)" }

    /// Columns in the order of `create`, the fields' last. Fields that hold several records have none: see `record_link`.
    static func columns(_ type: RecordType) -> [String] {
        [
            "record_id", "number", "version", "state", "created_at", "created_by", "changed_at", "changed_by",
            "archived_at",
        ]
            + stored(type).map(\.id)
    }

    static func stored(_ type: RecordType) -> [RecordField] {
        type.fields.filter { if case .links = $0.kind { false } else { true } }
    }

    static func create(_ type: RecordType, as name: String? = nil) -> String {
        let states = type.states.states.map { "'\($0.id)'" }.joined(separator: ", ")
        let fields = stored(type).map { ",\n    \($0.id) \(column($0))" }.joined()
        return """
            CREATE TABLE \(name ?? table(type)) (
                record_id INTEGER PRIMARY KEY REFERENCES record,
                number INTEGER NOT NULL UNIQUE,
                version INTEGER NOT NULL,
                state TEXT NOT NULL CHECK (state IN (\(states))),
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL,
                changed_at TEXT NOT NULL,
                changed_by TEXT NOT NULL,
                archived_at TEXT\(fields)
            ) STRICT
            """
    }

    /// The index that lists are sifted and sorted in: all columns but long texts, so that 100,000 records are passed without reading
    /// their texts (20 ms where the table itself took 250: `scripts/bench records`).
    static func sieve(_ type: RecordType) -> String { "\(table(type))_sieve" }

    static func sieved(_ type: RecordType) -> [String] {
        ["archived_at", "changed_at", "number", "state", "created_at"]
            + stored(type).filter { $0.kind != .longText }.map(\.id)
    }

    /// By name. Links and people are looked up backwards; the usual order is by last change, of what is not archived.
    static func indexes(_ type: RecordType) -> [String: String] {
        let looked = stored(type).filter { field in
            switch field.kind {
            case .link, .person: true
            default: false
            }
        }.map { ("\(table(type))_\($0.id)", [$0.id, "archived_at"]) }
        let usual = [
            ("\(table(type))_changed", ["archived_at", "changed_at"]), ("\(table(type))_title", ["title"]),
            ("\(table(type))_states", ["archived_at", "state"]), (sieve(type), sieved(type)),
        ]
        return Dictionary(
            (looked + usual).map { name, columns in
                (name, "CREATE INDEX \(name) ON \(table(type)) (\(columns.joined(separator: ", ")))")
            }
        ) { _, last in last }
    }

    /// Requiredness is checked where people write, not here: a draft may be made of less, and a field that becomes
    /// required later must not keep old rows out.
    private static func column(_ field: RecordField) -> String {
        let name = field.id
        switch field.kind {
        case .text(let limit): return "TEXT CHECK (length(\(name)) BETWEEN 1 AND \(limit))"
        case .longText: return "TEXT CHECK (length(\(name)) BETWEEN 1 AND \(FieldKind.longLimit))"
        case .choice(let list): return "TEXT CHECK (\(name) IN (\(list.map { "'\($0.id)'" }.joined(separator: ", "))))"
        case .choices, .people: return "TEXT CHECK (\(name) IS NULL OR json_valid(\(name)))"
        case .number(let form):
            return "REAL CHECK (\(name) BETWEEN \(form.range.lowerBound) AND \(form.range.upperBound))"
        case .scale(let range): return "INTEGER CHECK (\(name) BETWEEN \(range.lowerBound) AND \(range.upperBound))"
        case .money: return "INTEGER"
        case .share: return "REAL"
        case .day: return "TEXT CHECK (\(name) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"
        case .flag: return "INTEGER CHECK (\(name) IN (0, 1))"
        case .person: return "INTEGER REFERENCES account"
        case .link: return "INTEGER REFERENCES record"
        case .metric, .region, .web: return "TEXT CHECK (\(name) <> '')"
        case .links: return ""
        }
    }

    /// Brings all tables up to their declarations. Problem: `record.declaration` where rows do not fit a changed declaration.
    static func update(_ db: Database, _ catalog: RecordCatalog, longFrom: Int64) throws {
        let kept = Dictionary(
            uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT type, sql FROM record_table").map { row in
                (row["type"] as String, row["sql"] as String)
            })
        for type in catalog.types where kept[type.id] != create(type) {
            if kept[type.id] == nil { try db.execute(sql: create(type)) } else { try remake(db, type) }
            try db.execute(
                sql: "INSERT OR REPLACE INTO record_table (type, sql) VALUES (?, ?)",
                arguments: [type.id, create(type)])
        }
        try updateIndexes(db, catalog, longFrom: longFrom)
    }

    /// Indexes hold nothing of their own, so what is declared otherwise is simply made anew.
    private static func updateIndexes(_ db: Database, _ catalog: RecordCatalog, longFrom: Int64) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        let kept = Dictionary(grouping: rows) { $0["tbl_name"] as String }
        for type in catalog.types {
            var wanted = indexes(type)
            if try isLong(db, type, from: longFrom) { wanted.merge(orders(type)) { own, _ in own } }
            for row in kept[table(type)] ?? [] {
                let name = row["name"] as String
                if wanted[name] == row["sql"] as String {
                    wanted[name] = nil
                } else {
                    try db.execute(sql: "DROP INDEX \(name)")
                }
            }
            for index in wanted.values.sorted() { try db.execute(sql: index) }
        }
    }

    private static func remake(_ db: Database, _ type: RecordType) throws {
        let old = Set(try db.columns(in: table(type)).map(\.name))
        let shared = columns(type).filter(old.contains).joined(separator: ", ")
        try db.execute(sql: create(type, as: "remade"))
        do {
            try db.execute(sql: "INSERT INTO remade (\(shared)) SELECT \(shared) FROM \(table(type))")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw RecordProblem.declaration(
                "\(type.id): rows that are there do not fit the changed declaration (\(error.message ?? ""))")
        }
        try db.execute(sql: "DROP TABLE \(table(type))")
        try db.execute(sql: "ALTER TABLE remade RENAME TO \(table(type))")
    }
}
