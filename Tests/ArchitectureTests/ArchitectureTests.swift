import Foundation
import Testing

/// The building's statics: which room may use which, and what no room may do. Needs nothing of ours, so it builds in seconds.
@Suite struct ArchitectureTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let manifest: Manifest
    let files: [SourceFile]

    init() throws {
        manifest = try Manifest.read(in: Self.root)
        files = try SourceFile.all(in: Self.root)
    }

    @Test("the manifest lists rooms in the order in which they may use each other")
    func order() {
        #expect(manifest.targets.count >= 14, "Package.swift was not understood: \(manifest.targets.map(\.name))")
        #expect(ImportRules(manifest: manifest).wrongOrder == [])
    }

    @Test("ARCHITECTURE.md draws the rooms as the manifest declares them")
    func drawing() throws {
        let path = Self.root.appendingPathComponent("ARCHITECTURE.md")
        let document = try String(contentsOf: path, encoding: .utf8)
        let drawn = try #require(
            BuildingPlan(manifest: manifest).drawn(into: document), "ARCHITECTURE.md has lost the marks of its drawing")
        if ProcessInfo.processInfo.environment["YUNCHOU_GOLDEN"] == "rewrite" {
            try Data(drawn.utf8).write(to: path)
        } else {
            #expect(drawn == document, "Package.swift has changed: `make golden` draws ARCHITECTURE.md anew")
        }
    }

    @Test("every import is one that its room may have")
    func imports() {
        let rules = ImportRules(manifest: manifest)
        report(files.flatMap(rules.check))
    }

    @Test(
        "no file swallows errors, stops the server, asks the system for time, chance or settings, or touches memory outside Engine"
    )
    func words() {
        report(files.flatMap { file in Rules.words.flatMap { $0(file) } })
    }

    @Test("no SQL is put together from values")
    func sql() {
        report(files.flatMap(SQLRule.check))
    }

    @Test("DA-01 no analytic SQL holds what DuckDB and Spark read differently without an error")
    func dialect() {
        report(files.flatMap(DialectRule.check))
    }

    @Test("no file is longer than 400 lines, and none is named after nothing")
    func sizes() {
        let long = files.filter { $0.lineCount > 200 }.sorted { $0.lineCount > $1.lineCount }
        for file in long.prefix(12) { print("long file: \(file.lineCount) lines  \(file.path)") }
        let sorted = files.map(\.lineCount).sorted()
        if !sorted.isEmpty {
            print("files: \(sorted.count), lines: \(sorted.reduce(0, +)), median \(sorted[sorted.count / 2])")
        }
        report(
            files.filter { $0.lineCount > 400 }.map {
                Violation(path: $0.path, line: $0.lineCount, rule: "over 400 lines: find its second room")
            })
        let empty = ["Utils", "Helper", "Manager", "Common", "Misc"]
        report(
            files.filter { file in empty.contains { file.fileName.contains($0) } }.map {
                Violation(path: $0.path, line: 1, rule: "the name says nothing: call it by what it holds")
            })
    }

    private func report(_ found: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
        for violation in found { Issue.record("\(violation.description)", sourceLocation: sourceLocation) }
    }
}
