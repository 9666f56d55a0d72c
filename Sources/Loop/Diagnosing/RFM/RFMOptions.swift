/// How a run scores. It is stored with the run, so that every past grid can say how it was made.
package struct RFMOptions: Sendable, Hashable, Codable {
    package var method: RFMMethod
    /// Only orders of this many days up to and including the as-of day count; `nil` for all history.
    package var lookBackDays: Int?
    /// The tier schemes that live side by side (CU-02).
    package var schemes: [TierScheme]

    package init(method: RFMMethod = .quantiles, lookBackDays: Int? = nil, schemes: [TierScheme] = TierScheme.builtIn) {
        self.method = method
        self.lookBackDays = lookBackDays
        self.schemes = schemes
    }

    package static let standard = RFMOptions()

    /// Everything that can be wrong before the data is looked at.
    package func check() throws(RFMProblem) {
        if let lookBackDays, !(1...36_500).contains(lookBackDays) { throw .lookBack(lookBackDays) }
        if case .fixed(let cuts) = method { try cuts.check() }
        for scheme in schemes { try scheme.check() }
        let ids = schemes.map(\.id)
        guard Set(ids).count == ids.count else { throw .schemeTwice(ids) }
    }
}

/// Where the borders between scores come from.
package enum RFMMethod: Sendable, Hashable, Codable {
    /// Five buckets of equal size on each dimension; equal values are split in the order of customer numbers.
    case quantiles
    /// Borders set by hand.
    case fixed(FixedCuts)
}
