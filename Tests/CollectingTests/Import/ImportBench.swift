import Collecting
import Engine
import Foundation
import Kernel
import TestKit
import Warehouse

/// An empty warehouse in memory, an importer before it, and files to feed it.
struct ImportBench {
    static let now = Instant(iso8601: "2026-11-21T08:00:00Z") ?? Instant(seconds: 0)
    let folder: TemporaryFolder
    let warehouse: Warehouse
    let importer: Importer

    init(zone: String = "Asia/Shanghai") async throws {
        folder = try TemporaryFolder()
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate(), threads: 2))
        warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone(zone) ?? .utc)
        importer = Importer(
            warehouse, clock: VirtualClock(at: Self.now).clock, folder: folder.url.appendingPathComponent("files"))
    }

    func file(_ name: String, _ text: String) throws -> URL { try file(name, [UInt8](text.utf8)) }

    func file(_ name: String, _ bytes: [UInt8]) throws -> URL {
        let url = folder.url.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url
    }

    /// Guesses the mapping, as a newcomer would, and loads.
    @discardableResult
    func load(
        _ text: String, into target: ImportTarget, named name: String = "data.csv",
        change: (inout Mapping) -> Void = { _ in }
    ) async throws -> LoadReport {
        try await load(try file(name, text), into: target, change: change)
    }

    @discardableResult
    func load(_ url: URL, into target: ImportTarget, change: (inout Mapping) -> Void = { _ in }) async throws
        -> LoadReport
    {
        var mapping =
            try await importer.inspect(url, into: target).mapping ?? Mapping(name: "none", target: target, bindings: [])
        change(&mapping)
        return try await importer.run(url, mapping: mapping)
    }

    /// Rows of a question as text: `a|b|NULL`.
    func rows(_ sql: String) async throws -> [String] {
        let table = try await warehouse.engine.query(sql)
        let names = table.columns.map(\.name)
        return try table.rows.map { row in
            try names.map { DelimitedText.plain(try row.value($0)) }.joined(separator: "|")
        }
    }

    func count(_ table: String) async throws -> Int64 {
        try await warehouse.engine.query("SELECT count(*) AS n FROM \(table)").single().int("n")
    }

    func quarantine(_ report: LoadReport) throws -> [String] {
        guard let url = report.quarantine else { return [] }
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}

/// The code of the problem that `body` ends with.
func problem(_ body: () async throws -> Void) async -> String? {
    do {
        try await body()
        return nil
    } catch let problem as any Problem {
        return problem.code
    } catch {
        return "\(error)"
    }
}

enum DelimitedText {
    static func plain(_ value: EngineValue) -> String {
        switch value {
        case .null: "NULL"
        case .bool(let flag): "\(flag)"
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .text(let text), .decimal(let text): text
        case .day(let day): day.description
        case .instant(let instant): String(instant.iso8601.dropLast(8))
        default: "\(value)"
        }
    }
}
