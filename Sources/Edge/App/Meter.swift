import Kernel
import Synchronization

/// One line of the terminal that is drawn again as the work goes on.
final class Meter: Sendable {
    private let console: Console
    private let last = Mutex("")

    init(console: Console) { self.console = console }

    func show(_ report: WorkProgress.Report) {
        let share = report.total > 0 ? Double(report.done) / Double(report.total) : 0
        let filled = Int((share * 24).rounded(.down))
        let bar = String(repeating: "█", count: min(24, filled)) + String(repeating: "░", count: max(0, 24 - filled))
        let percent = report.total > 0 ? "\(Int(share * 100)) %" : "\(report.done)"
        let line = "\r\u{1B}[2K\(bar) \(percent)  \(report.step[console.language])"
        let finished = report.total > 0 && report.done >= report.total
        let changed = last.withLock { shown in
            defer { shown = line }
            return shown != line
        }
        if changed { console.write(.err, finished ? line + "\n" : line) }
    }
}
