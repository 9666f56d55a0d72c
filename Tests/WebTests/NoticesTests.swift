import Foundation
import Kernel
import Testing

@testable import Web

@Suite("Third-party notices") struct NoticesTests {
    private struct Lock: Decodable {
        struct Wheel: Decodable {
            struct Notice: Decodable {
                let name: String
                let version: String
                let licence: String
            }
            let notices: [Notice]?
        }
        struct File: Decodable { let wheel: String }
        let wheels: [String: Wheel]
        let files: [String: File]
    }
    private struct Resolved: Decodable {
        struct Pin: Decodable {
            struct State: Decodable { let version: String? }
            let identity: String
            let state: State
        }
        let pins: [Pin]
    }

    private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func notices() throws -> [AboutPages.Notice] {
        let file = root.appendingPathComponent("Sources/Edge/Web/Assets/notices.json")
        return try JSONDecoder().decode([AboutPages.Notice].self, from: Data(contentsOf: file))
    }

    @Test(
        "every locked wheel that the program carries, every Swift package and every system library has a notice with its licence"
    )
    func complete() throws {
        let notices = try notices()
        let bySource = Dictionary(grouping: notices, by: \.source)
        let lock = try JSONDecoder().decode(
            Lock.self, from: Data(contentsOf: root.appendingPathComponent("scripts/lock.json")))
        for wheel in Set(lock.files.values.map(\.wheel)) {
            let wanted = try #require(lock.wheels[wheel]?.notices, "\(wheel) names no works in scripts/lock.json")
            for notice in wanted {
                let found = bySource["wheel:\(wheel)"]?.first { $0.name == notice.name }
                #expect(
                    found?.version == notice.version && found?.licence == notice.licence, "\(wheel): \(notice.name)")
            }
        }
        let pins = try JSONDecoder().decode(
            Resolved.self, from: Data(contentsOf: root.appendingPathComponent("Package.resolved"))
        ).pins
        for pin in pins {
            #expect(
                bySource["swift:\(pin.identity)"]?.first?.version == pin.state.version ?? "",
                "\(pin.identity): run scripts/notices")
        }
        let manifest = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
        for match in manifest.matches(of: /library\("(\w+)"/) {
            #expect(bySource["system:\(match.1)"] != nil, "\(match.1)")
        }
        let swift = notices.filter { $0.source.hasPrefix("swift:") }
        #expect(swift.count == pins.count, "a notice of a package that is gone: run scripts/notices")
    }

    @Test("no notice is without licence, holder or use, in both languages")
    func whole() throws {
        for notice in try notices() {
            #expect(
                ![notice.name, notice.licence, notice.holder, notice.zh, notice.en].contains(""), "\(notice.source)")
        }
    }
}
