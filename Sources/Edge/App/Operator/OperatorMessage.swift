import Kernel

/// A command line that the running server is asked to carry out, because it holds the data folder.
/// Both messages travel as one line of JSON each over the folder's socket, which only its owner can open.
struct OperatorRequest: Codable, Sendable {
    var arguments: [String]
    var workingFolder: String
    var language: Language
    var isInteractive: Bool
    /// The first line of the caller's standard input, read only for commands that ask for a password.
    var input: String?
}

/// A piece of the answer.
enum OperatorReply: Codable, Sendable {
    case wrote(Console.Stream, String)
    case ended(Int32)
}
