import Kernel
import Synchronization

/// Counts the requests, for `/metrics`: by route and status, and how long they took.
package final class Traffic: Sendable {
    /// Upper bounds of the histogram, in seconds.
    package static let bounds: [Double] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    struct Key: Hashable {
        var method: String
        var route: String
        var status: Int
    }
    struct Times {
        var buckets = [Int](repeating: 0, count: Traffic.bounds.count)
        var count = 0
        var seconds = 0.0
    }
    private struct State {
        var requests: [Key: Int] = [:]
        var times: [String: Times] = [:]
    }
    private let state = Mutex(State())

    package init() {}

    /// `route` is the pattern, never the address itself, so that the number of series stays bounded.
    func record(method: String, route: String, status: Int, took: Duration) {
        let seconds = took.inSeconds
        state.withLock { state in
            state.requests[Key(method: method, route: route, status: status), default: 0] += 1
            var times = state.times[route] ?? Times()
            for (index, bound) in Traffic.bounds.enumerated() where seconds <= bound { times.buckets[index] += 1 }
            times.count += 1
            times.seconds += seconds
            state.times[route] = times
        }
    }

    /// The Prometheus text format, version 0.0.4.
    package var exposition: String {
        let (requests, times) = state.withLock { ($0.requests, $0.times) }
        var lines = ["# HELP yunchou_requests_total Answered requests.", "# TYPE yunchou_requests_total counter"]
        for (key, count) in requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
            lines.append(
                "yunchou_requests_total{method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\"} \(count)"
            )
        }
        lines.append("# HELP yunchou_request_seconds Time from request to answer.")
        lines.append("# TYPE yunchou_request_seconds histogram")
        for (route, times) in times.sorted(by: { $0.key < $1.key }) {
            for (bound, count) in zip(Traffic.bounds, times.buckets) {
                lines.append("yunchou_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)")
            }
            lines.append("yunchou_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(times.count)")
            lines.append("yunchou_request_seconds_sum{route=\"\(route)\"} \(times.seconds)")
            lines.append("yunchou_request_seconds_count{route=\"\(route)\"} \(times.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
