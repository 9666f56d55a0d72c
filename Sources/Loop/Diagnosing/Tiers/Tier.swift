package import Kernel

/// A named group of customers within one scheme.
package struct Tier: Sendable, Hashable, Codable, Identifiable {
    /// Stable: `high_value`.
    package let id: String
    package let name: Text
    /// Who these customers are, in one sentence.
    package let meaning: Text

    package init(_ id: String, _ name: Text, meaning: Text) {
        self.id = id
        self.name = name
        self.meaning = meaning
    }
}
