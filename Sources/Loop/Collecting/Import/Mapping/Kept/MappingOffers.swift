import Kernel

/// Which mappings can be chosen for a file with certain headings.
package struct MappingOffers: Sendable {
    /// Those that fit first, and among them what was last used for the same headings.
    package let all: [MappingOffer]
    /// The one to begin with; `nil` leaves it to guessing.
    package let preferred: MappingOffer?

    package func chosen(_ key: String) -> MappingOffer? { all.first { $0.key == key } }
}

extension KeptMappingStore {
    /// Looks for mappings that suit a file: what was last used for the same headings comes first, then kept and shipped
    /// ones whose columns are all there and make up most of the file.
    /// - Parameter target: only mappings for that table.
    package func offers(for headings: [String], into target: ImportTarget?) async throws -> MappingOffers {
        let last = try await lastUse(for: headings, into: target)
        let kept = try await all().map { each in
            MappingOffer(
                origin: .kept(each, isLast: each.id == last?.kept), mapping: each.mapping,
                missing: Self.missing(each.mapping, headings))
        }
        let shipped = ShippedMappings.all.map {
            MappingOffer(origin: .shipped, mapping: $0, missing: Self.missing($0, headings))
        }
        let unkept = last.flatMap { use in
            use.kept == nil
                ? MappingOffer(
                    origin: .lastUsed(use), mapping: use.mapping, missing: Self.missing(use.mapping, headings)) : nil
        }
        let named = (kept + shipped).filter { target == nil || $0.mapping.target == target }
        let suiting = named.filter { $0.fits && Self.coversMost($0.mapping, headings) }
            .max { ($0.mapping.columns.count, $0.usedAt) < ($1.mapping.columns.count, $1.usedAt) }
        let lastKept = named.first { if case .kept(_, isLast: true) = $0.origin { $0.fits } else { false } }
        return MappingOffers(
            all: [unkept].compactMap { $0 } + named.filter(\.fits) + named.filter { !$0.fits },
            preferred: unkept ?? lastKept ?? suiting)
    }

    private static func missing(_ mapping: Mapping, _ headings: [String]) -> [String] {
        let there = Set(headings)
        return Set(mapping.columns).subtracting(there).sorted()
    }

    /// A mapping of two columns fits half of all files by chance.
    private static func coversMost(_ mapping: Mapping, _ headings: [String]) -> Bool {
        Set(mapping.columns).count * 2 >= HeadingPrint.own(headings).count
    }
}

extension MappingOffer {
    fileprivate var usedAt: Instant {
        if case .kept(let kept, _) = origin { kept.usedAt ?? kept.changedAt } else { Instant(seconds: 0) }
    }
}
