import Foundation

/// What the measurement ran on.
package enum Machine {
    /// Cores, processor, and how busy it was at the start.
    package static var description: String {
        let processor = text("/proc/cpuinfo").split(separator: "\n").first { $0.hasPrefix("model name") }?.split(
            separator: ":"
        ).last
        let load = text("/proc/loadavg").split(separator: " ").prefix(3).joined(separator: " ")
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return "machine: \(cores) cores,\(processor ?? " unknown"), load \(load)"
    }

    /// Processor time of this process so far. On a busy machine it says more than the clock does.
    package static var cpuSeconds: Double {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        let micros = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(micros) / 1e6
    }

    private static func text(_ path: String) -> String {
        do { return try String(contentsOfFile: path, encoding: .utf8) } catch { return "" }
    }
}
