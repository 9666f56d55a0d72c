package import Kernel

/// A file that somebody sent in to be imported, kept for a while under a number of our own.
package struct Upload: Sendable, Hashable, Codable, Identifiable {
    /// Made by us; the only part that becomes a path.
    package let id: String
    /// What the file was called where it came from: shown, never used as a path.
    package let name: String
    /// The account that sent it. Nobody but she and administrators get to see it.
    package let account: Int64
    package let bytes: Int64
    package let arrivedAt: Instant

    package static let longestName = 120

    /// The last part of a sent name, without signs that cannot be seen, cut to a length that fits a page.
    static func cleaned(_ name: String) -> String {
        let last = name.split { "/\\".contains($0) }.last.map(String.init) ?? ""
        let seen = last.unicodeScalars.filter { !isUnseen($0) }
        let short = String(String(String.UnicodeScalarView(seen)).prefix(longestName))
        return short.allSatisfy { $0 == "." || $0.isWhitespace } ? "upload" : short
    }

    /// Control signs, and format signs such as those that turn the direction of writing.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }
}
