package import Kernel

/// A mapping that people keep under a name, with who made it, who changed it, and when it was last used.
package struct KeptMapping: Sendable, Hashable, Identifiable {
    package let id: Int64
    /// Its `name` is the name it is kept under.
    package let mapping: Mapping
    /// The headings of the file it was last saved or used with: what an editor offers when there is no file.
    package let headings: [String]
    /// Grows with each change: whoever saves says which one she had before her.
    package let revision: Int64
    package let changedAt: Instant
    package let changedBy: String
    package let usedAt: Instant?
    package let usedBy: String?
    package let uses: Int64

    package var name: String { mapping.name }
    package var target: ImportTarget { mapping.target }

    /// All headings an editor may offer: those of the last file, then those that only the mapping names.
    package var knownHeadings: [String] {
        var seen: Set<String> = []
        return (headings + mapping.columns).filter { seen.insert($0).inserted }
    }
}
