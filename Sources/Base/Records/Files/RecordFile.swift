package import Kernel

/// A file that belongs to a record.
package struct RecordFile: Sendable, Identifiable {
    package let id: Int64
    /// What it was called where it came from: shown and given to browsers, never used as a path.
    package let name: String
    package let bytes: Int64
    package let addedBy: String
    package let addedAt: Instant
    /// SHA-256 of the content, 64 hexadecimal digits: where it lies.
    let hash: String

    package static let longestName = 120

    /// The last part of a sent name, without signs that cannot be seen or that systems refuse, cut to a length that fits a page.
    static func cleaned(_ name: String) -> String {
        let last = name.split { "/\\".contains($0) }.last.map(String.init) ?? ""
        let seen = String(String.UnicodeScalarView(last.unicodeScalars.filter { !isUnseen($0) }))
            .filter { !"<>:\"|?*".contains($0) }
        let bare = String(seen.drop { $0.isWhitespace })
        let whole = bare.allSatisfy { $0 == "." || $0.isWhitespace } ? "file" : bare
        if whole.count <= longestName { return whole }
        // The ending says what the file is; it stays.
        let ending = whole.lastIndex(of: ".").map { String(whole[$0...]) }.flatMap { $0.count <= 12 ? $0 : nil } ?? ""
        return whole.prefix(longestName - ending.count) + ending
    }

    /// Control signs, and format signs such as those that turn the direction of writing.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }
}
