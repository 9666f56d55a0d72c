import Kernel

/// One mapping that can be chosen for a file, and how well it fits.
package struct MappingOffer: Sendable, Hashable {
    package enum Origin: Sendable, Hashable {
        /// Kept under a name; `isLast`: the one last used for these headings.
        case kept(KeptMapping, isLast: Bool)
        /// What was last used for these headings, without having been kept under a name.
        case lastUsed(MappingUse)
        case shipped
    }

    package let origin: Origin
    package let mapping: Mapping
    /// Columns it names that the file does not have.
    package let missing: [String]

    package var fits: Bool { missing.isEmpty }

    /// By what it is chosen in addresses and forms.
    package var key: String {
        switch origin {
        case .kept(let kept, _): "kept:\(kept.id)"
        case .lastUsed: "last"
        case .shipped: "shipped:\(mapping.name)"
        }
    }
}
