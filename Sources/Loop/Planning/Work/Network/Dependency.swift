import Kernel

/// What a task waits for: the number of another task, the kind and a lag in working days (negative: a lead).
package struct Dependency: Sendable, Hashable {
    package let task: Int64
    package let kind: DependencyKind
    package let lag: Int

    package init(_ task: Int64, _ kind: DependencyKind = .finishStart, lag: Int = 0) {
        self.task = task
        self.kind = kind
        self.lag = lag
    }

    /// `12`, `12SS`, `12FS+2`, `12FF-1`
    package var notation: String {
        let tail = lag == 0 ? "" : lag > 0 ? "+\(lag)" : String(lag)
        return "\(task)" + (kind == .finishStart && lag == 0 ? "" : kind.rawValue) + tail
    }

    /// Reads `12`, `TASK-12`, `12FS+2`, `12 ss - 1d`, `12FS+2天`; `nil` for anything else.
    init?(_ text: some StringProtocol) {
        var rest = text.uppercased().filter { !$0.isWhitespace }[...]
        if rest.hasPrefix("TASK-") { rest = rest.dropFirst(5) }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let task = Int64(digits), task > 0 else { return nil }
        rest = rest.dropFirst(digits.count)
        var kind = DependencyKind.finishStart
        if let named = DependencyKind(rawValue: String(rest.prefix(2))) {
            kind = named
            rest = rest.dropFirst(2)
        }
        guard let lag = Self.lag(rest) else { return nil }
        self.init(task, kind, lag: lag)
    }

    private static func lag(_ text: Substring) -> Int? {
        guard let sign = text.first else { return 0 }
        guard "+-−＋－".contains(sign) else { return nil }
        var digits = text.dropFirst()
        if let unit = digits.last, "D天日".contains(unit) { digits = digits.dropLast() }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let size = Int(digits), size <= 2_000
        else { return nil }
        return "+＋".contains(sign) ? size : -size
    }

    /// A whole field, `12FS+2；15SS`: what was read, and the pieces that could not be.
    package static func list(_ text: String) -> (read: [Dependency], unread: [String]) {
        var read: [Dependency] = []
        var unread: [String] = []
        for piece in text.split(whereSeparator: { ";；,，、\n".contains($0) }) {
            let words = piece.trimmingBlanks
            if words.isEmpty { continue }
            if let one = Dependency(words) { read.append(one) } else { unread.append(words) }
        }
        return (read, unread)
    }

    package static func notation(_ all: [Dependency]) -> String { all.map(\.notation).joined(separator: "; ") }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
