import Foundation
import Kernel

/// Where a command says what it says: the terminal, or the connection of somebody whose command the running server carries out.
struct Console: Sendable {
    let language: Language
    /// The folder that relative paths among the arguments start from.
    let workingFolder: URL
    /// Whether a person watches: progress is drawn only then.
    let isInteractive: Bool
    /// What came on standard input, for commands that read a password there.
    let readInput: @Sendable () -> String?
    let write: @Sendable (Stream, String) -> Void

    enum Stream: String, Sendable, Codable { case out, err }

    func say(_ text: Text) { write(.out, text[language] + "\n") }
    func say(verbatim line: String) { write(.out, line + "\n") }
    func warn(_ text: Text) { write(.err, text[language] + "\n") }

    func path(_ argument: String) -> String {
        URL(fileURLWithPath: argument, relativeTo: workingFolder).standardizedFileURL.path
    }

    /// Shows progress on one line of the terminal; nothing where nobody watches.
    func progress() -> WorkProgress {
        guard isInteractive else { return .silent }
        let meter = Meter(console: self)
        return WorkProgress { meter.show($0) }
    }

    /// The terminal this process was started from.
    static func terminal(_ language: Language) -> Console {
        Console(
            language: language, workingFolder: URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
            isInteractive: isatty(STDERR_FILENO) == 1,
            readInput: { readLine(strippingNewline: true) },
            write: { stream, text in
                let handle = stream == .out ? FileHandle.standardOutput : FileHandle.standardError
                handle.write(Data(text.utf8))
            })
    }
}
