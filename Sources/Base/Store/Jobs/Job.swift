import Foundation
package import GRDB
package import Kernel

/// A long piece of work that outlives the request that asked for it, and the process that began it.
package struct Job: Sendable, Hashable, Identifiable {
    package let id: Int64
    /// Which `JobKind` does it.
    package let kind: String
    /// What is to be done, as JSON.
    package let payload: String
    package let author: String
    package let state: JobState
    /// How often it was begun.
    package let attempt: Int
    package let isCancelAsked: Bool
    /// Where the next attempt goes on, as JSON.
    package let checkpoint: String?
    package let progress: WorkProgress.Report
    /// What came out, as JSON.
    package let result: String?
    /// Why it failed, in words for the reader.
    package let failure: Failure?
    /// Rows that did not fit, to be mended and brought in again.
    package let errorFile: String?
    package let queuedAt: Instant
    package let startedAt: Instant?
    package let finishedAt: Instant?

    package struct Failure: Sendable, Hashable {
        package let code: String
        package let text: Text
    }

    package func payload<T: Decodable>(as type: T.Type) throws -> T {
        try JSONDecoder().decode(type, from: Data(payload.utf8))
    }

    package func result<T: Decodable>(as type: T.Type) throws -> T? {
        try result.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    package func checkpoint<T: Decodable>(as type: T.Type) throws -> T? {
        try checkpoint.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension Job: FetchableRecord {
    package init(row: Row) throws {
        id = row["job_id"]
        kind = row["kind"]
        payload = row["payload"]
        author = row["author"]
        state = JobState(rawValue: row["state"]) ?? .failed
        attempt = row["attempt"]
        isCancelAsked = row["cancel_asked"]
        checkpoint = row["checkpoint"]
        progress = WorkProgress.Report(
            done: row["done"], total: row["total"], step: Text(zh: row["step_zh"], en: row["step_en"]))
        result = row["result"]
        failure = (row["problem_code"] as String?).map {
            Failure(code: $0, text: Text(zh: row["problem_zh"] ?? "", en: row["problem_en"] ?? ""))
        }
        errorFile = row["error_file"]
        queuedAt = row["queued_at"]
        startedAt = row["started_at"]
        finishedAt = row["finished_at"]
    }
}
