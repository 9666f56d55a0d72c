import Store

/// By what a file is known again: its headings in any order, without the columns that a quarantine file adds.
enum HeadingPrint {
    static func own(_ headings: [String]) -> [String] { headings.filter { !$0.hasPrefix(Quarantine.prefix) } }

    static func of(_ headings: [String]) -> String {
        Digest.hexadecimal(Digest.sha256(Array(own(headings).sorted().joined(separator: "\u{1F}").utf8)))
    }
}
