import Foundation

/// One test of this same test program in a process of its own, so that it can be killed at any moment.
///
/// The test is `.enabled(if: ChildTest.folder != nil)` and does its work in `ChildTest.folder` until it is killed.
package final class ChildTest {
    private static let variable = "YUNCHOU_CHILD_TEST_FOLDER"
    private let process = Process()

    /// Where the child shall work; `nil` in the parent.
    package static var folder: String? { ProcessInfo.processInfo.environment[variable] }

    /// - Parameter name: the test's function, as `BackupCrashTests/worker`.
    package init(running name: String, in folder: String) throws {
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--testing-library", "swift-testing", "--filter", name]
        process.environment = ProcessInfo.processInfo.environment.merging([Self.variable: folder]) { _, new in new }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    package var isRunning: Bool { process.isRunning }

    /// As a power cut would: no signal handler, no farewell.
    package func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit { if process.isRunning { kill() } }
}
