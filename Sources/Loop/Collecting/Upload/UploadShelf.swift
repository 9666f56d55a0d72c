package import Foundation
package import Kernel
import Store

/// The folder of files that were sent in: each under a number of its own, with a note of its name and sender beside it.
package struct UploadShelf: Sendable {
    package static let keptDays = 7

    private let folder: URL
    private let quarantine: URL
    private let clock: Clock

    /// `files` is the data folder's `files`.
    package init(files: URL, clock: Clock) {
        folder = files.appendingPathComponent("uploads")
        quarantine = files.appendingPathComponent("quarantine")
        self.clock = clock
    }

    /// Opens a place for a file that is about to arrive, and clears out what is too old.
    package func begin(_ name: String, from account: Int64) throws -> UploadWriter {
        try guarding {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try clearOut()
            let id = UUID().uuidString.lowercased()
            let part = place(id, "part")
            try Data().write(to: part)
            return UploadWriter(
                id: id, name: Upload.cleaned(name), account: account, shelf: self,
                file: try FileHandle(forWritingTo: part))
        }
    }

    /// Problem: `upload.missing`, also for what is no number of ours.
    package func find(_ id: String) throws -> Upload {
        guard let number = UUID(uuidString: id), number.uuidString.lowercased() == id,
            FileManager.default.fileExists(atPath: place(id, "json").path)
        else { throw UploadProblem.missing }
        return try JSONDecoder().decode(Upload.self, from: Data(contentsOf: place(id, "json")))
    }

    package func file(of upload: Upload) -> URL { place(upload.id, "data") }

    /// Rows of an upload that were not taken, kept as long as it.
    package func refused(of upload: Upload) -> URL { place(upload.id, "refused.csv") }

    /// The quarantined rows of a job's import.
    package func quarantine(ofJob job: Int64) -> URL { quarantine.appendingPathComponent("job-\(job).csv") }

    /// Puts a load's quarantine file where only its job's page finds it.
    package func keep(quarantine file: URL, ofJob job: Int64) throws {
        try guarding {
            let place = quarantine(ofJob: job)
            if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
            try FileManager.default.moveItem(at: file, to: place)
        }
    }

    func finish(_ id: String, _ name: String, _ account: Int64, bytes: Int64) throws -> Upload {
        let upload = Upload(id: id, name: name, account: account, bytes: bytes, arrivedAt: clock.now())
        try guarding {
            try FileManager.default.moveItem(at: place(id, "part"), to: place(id, "data"))
            try JSONEncoder().encode(upload).write(to: place(id, "json"), options: .atomic)
        }
        return upload
    }

    func abandon(_ id: String) throws {
        try guarding { try FileManager.default.removeItem(at: place(id, "part")) }
    }

    private func place(_ id: String, _ ending: String) -> URL { folder.appendingPathComponent("\(id).\(ending)") }

    /// Where it is written down what the file holds: one for each sheet.
    func lookPlace(_ id: String, _ sheet: String?) -> URL {
        place(
            id, "look-" + (sheet.map { Digest.hexadecimal(Array(Digest.sha256(Array($0.utf8)).prefix(8))) } ?? "first"))
    }

    private func clearOut() throws {
        let oldest = Instant(seconds: clock.now().seconds - Int64(Self.keptDays) * 86_400)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".json") {
            let upload = try find(String(name.dropLast(5)))
            guard upload.arrivedAt < oldest else { continue }
            for part in try FileManager.default.contentsOfDirectory(atPath: folder.path) where part.hasPrefix(upload.id)
            {
                try FileManager.default.removeItem(at: folder.appendingPathComponent(part))
            }
        }
    }

    func guarding<R>(_ work: () throws -> R) throws -> R {
        do { return try work() } catch let error as CocoaError {
            throw UploadProblem.folderUnwritable(why: error.localizedDescription)
        }
    }
}
