import Foundation

/// What the measurement ran on.
enum Machine {
    static var description: String {
        let processor = text("/proc/cpuinfo").split(separator: "\n").first { $0.hasPrefix("model name") }?.split(
            separator: ":"
        ).last
        let load = text("/proc/loadavg").split(separator: " ").prefix(3).joined(separator: " ")
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return "machine: \(cores) cores,\(processor ?? " unknown"), load \(load)"
    }

    private static func text(_ path: String) -> String {
        do { return try String(contentsOfFile: path, encoding: .utf8) } catch { return "" }
    }
}
