import ArgumentParser
import Kernel

/// The exit codes of every command (the names are those of BSD's sysexits; documented in docs/*/operate.md).
extension ExitCode {
    static func of(_ kind: ProblemKind) -> ExitCode {
        switch kind {
        case .invalid, .tooLarge: ExitCode(65)
        case .missing: ExitCode(66)
        case .unavailable: ExitCode(69)
        case .conflict, .limited: ExitCode(75)
        case .forbidden, .unauthenticated: ExitCode(77)
        }
    }

    /// Our own fault.
    static let internalFault = ExitCode(70)
    /// Stopped by the reader (Ctrl-C).
    static let interrupted = ExitCode(130)
}
