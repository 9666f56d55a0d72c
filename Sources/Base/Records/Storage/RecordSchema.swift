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

    /// Links and people are looked up backwards; the usual order is by last change, of what is not archived.
    static func indexes(_ type: RecordType) -> [String] {
        let looked = stored(type).filter { field in
            switch field.kind {
            case .link, .person: true
            default: false
            }
        }.map { ($0.id, $0.id) }
        return
            (looked + [("changed", "archived_at, changed_at"), ("title", "title"), ("states", "archived_at, state")])
            .map { name, columns in
                "CREATE INDEX \(table(type))_\(name) ON \(table(type)) (\(columns))"
            }
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
    static func update(_ db: Database, _ catalog: RecordCatalog) throws {
        let kept = Dictionary(
            uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT type, sql FROM record_table").map { row in
                (row["type"] as String, row["sql"] as String)
            })
        for type in catalog.types where kept[type.id] != create(type) {
            if kept[type.id] == nil { try db.execute(sql: create(type)) } else { try remake(db, type) }
            for index in indexes(type) { try db.execute(sql: index) }
            try db.execute(
                sql: "INSERT OR REPLACE INTO record_table (type, sql) VALUES (?, ?)",
                arguments: [type.id, create(type)])
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
