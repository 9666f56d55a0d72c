import Collecting
import Foundation
import Kernel
import TestKit
import Testing

@Suite struct LeftoversTests {
    let bench: ImportBench
    var files: URL { bench.importer.folder }

    init() async throws { bench = try await ImportBench() }

    private func put(_ place: String) throws -> String {
        let url = files.appendingPathComponent(place)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("C1,13800000000".utf8).write(to: url)
        return url.path
    }

    @Test("NF-02 what a killed import or upload left behind is removed; quarantine files and whole uploads stay")
    func swept() throws {
        let left = try [put("import/clean-1.csv"), put("uploads/a.part")]
        let kept = try [put("quarantine/1-orders.csv"), put("uploads/b.data"), put("uploads/b.json")]
        #expect(try Leftovers.sweep(files) == 2)
        #expect(left.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
        #expect(kept.allSatisfy { FileManager.default.fileExists(atPath: $0) })
        #expect(try Leftovers.sweep(files) == 0)
        #expect(try Leftovers.sweep(files.appendingPathComponent("nowhere")) == 0)
    }

    @Test("NF-02 an import by way of a converted copy leaves none, whether it succeeds or not")
    func ownCopies() async throws {
        try await bench.load("order_no,ordered_at,amount\n\nA1,2026-03-01,1\n\nA2,2026-03-01,x\n", into: .orderHeader)
        #expect(await problem { try await bench.load("{\"a\":1}\n", into: .orderHeader, named: "a.jsonl") } != nil)
        let copies = files.appendingPathComponent("import")
        #expect(try FileManager.default.contentsOfDirectory(atPath: copies.path) == [])
    }
}
