import Foundation
import GRDB
import Kernel
import TestKit
import Testing

@testable import Store

@Suite struct DataFolderTests {
    let temporary: TemporaryFolder

    init() throws { temporary = try TemporaryFolder() }

    @Test("a new folder is made, with its sub-folders, for its owner only")
    func fresh() throws {
        let folder = try DataFolder.open(temporary.file("new/data"))
        #expect(FileManager.default.fileExists(atPath: folder.files))
        #expect(FileManager.default.fileExists(atPath: folder.backups))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test("a second holder is refused and told who holds the folder and where it answers")
    func second() throws {
        let path = temporary.file("data")
        let first = try DataFolder.open(path)
        try first.publish(address: "http://127.0.0.1:8080")
        #expect(throws: StoreProblem.folderInUse(path: path, pid: getpid(), address: "http://127.0.0.1:8080")) {
            try DataFolder.open(path)
        }
        withExtendedLifetime(first) {}
    }

    @Test("a refusal closes its own file once and no other")
    func refusals() throws {
        let path = temporary.file("data")
        let first = try DataFolder.open(path)
        let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        for _ in 0..<200 { #expect(throws: StoreProblem.self) { try DataFolder.open(path) } }
        // Other tests open and close files meanwhile; two hundred leaked ones would show.
        #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count < before + 100)
        withExtendedLifetime(first) {}
    }

    @Test("the lock ends with its holder")
    func released() throws {
        let path = temporary.file("data")
        do { _ = try DataFolder.open(path) }
        _ = try DataFolder.open(path)
    }

    @Test("a folder with other people's files is left alone, and so is a file")
    func foreign() throws {
        let path = temporary.file("photos")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/cat.jpg"))
        #expect(throws: StoreProblem.notADataFolder(path: path)) { try DataFolder.open(path) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["cat.jpg"])
        #expect(throws: StoreProblem.notADataFolder(path: path + "/cat.jpg")) { try DataFolder.open(path + "/cat.jpg") }
    }

    @Test("a file that is no database, and a database of a later version, are named as such")
    func damaged() async throws {
        let clock = VirtualClock(at: Instant(seconds: 0)).clock
        let path = temporary.file("data")
        do {
            let folder = try DataFolder.open(path)
            try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: folder.database))
            let problem = #expect(throws: StoreProblem.self) { try Store(folder: folder, clock: clock) }
            #expect(problem?.code == "store.damaged")
            try FileManager.default.removeItem(atPath: folder.database)
        }
        let folder = try DataFolder.open(path)
        let store = try Store(folder: folder, clock: clock)
        try await store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-from-the-future')") }
        try store.close()
        #expect(throws: StoreProblem.writtenByLaterVersion(path: folder.database)) {
            try Store(folder: folder, clock: clock)
        }
    }
}
