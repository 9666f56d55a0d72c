import Foundation
import Kernel
import Store

/// What operators' scripts ask: is it serving, and how busy is it?
enum HealthPages {
    static func routes(_ app: AppContext) -> [Route] {
        [
            .get("/healthz", .open) { visit in
                .json(JSONText.object([("status", "ok"), ("version", visit.app.version)]))
            },
            .get("/metrics", .open) { visit in
                .text(
                    visit.app.traffic.exposition + (try await jobs(visit)) + memory(),
                    type: "text/plain; version=0.0.4; charset=utf-8")
            },
        ]
    }

    /// Of the latest thousand jobs.
    private static func jobs(_ visit: Visit) async throws -> String {
        let latest = try await visit.app.jobs.latest(1000)
        let lines = JobState.allCases.map { state in
            "yunchou_jobs{state=\"\(state.rawValue)\"} \(latest.count { $0.state == state })\n"
        }
        return "# TYPE yunchou_jobs gauge\n" + lines.joined()
    }

    /// Resident memory in bytes, where the system tells it.
    private static func memory() -> String {
        guard let status = FileManager.default.contents(atPath: "/proc/self/statm") else { return "" }
        let pages = String(decoding: status, as: UTF8.self).split(separator: " ")
        guard pages.count > 1, let resident = Int(pages[1]) else { return "" }
        return "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes \(resident * 4096)\n"
    }
}
