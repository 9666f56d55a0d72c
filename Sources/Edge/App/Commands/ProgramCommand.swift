import ArgumentParser
import Kernel

/// A command that works on an open data folder: in this process, or in the server that holds the folder.
protocol ProgramCommand: AsyncParsableCommand, Sendable {
    var shared: SharedOptions { get }
    /// Whether the command reads a line (a password) from standard input.
    static var readsInput: Bool { get }
    func run(in program: Program, _ console: Console) async throws
}

extension ProgramCommand {
    static var readsInput: Bool { false }

    func run() async throws {
        let console = Console.terminal(Settings.terminalLanguage)
        let code = await Outcome.code(of: console) {
            try await FolderHolder.run(self, console)
        }
        if code != .success { throw code }
    }
}
