import Logging

/// Where the server writes down what happened. To standard error, one line each; never a secret, never a person's data.
enum Log {
    static let program = Logger(label: "yunchou") { StreamLogHandler.standardError(label: $0) }
}
