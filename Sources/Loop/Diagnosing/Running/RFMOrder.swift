package import Kernel

/// What a scoring job is asked to do.
package struct RFMOrder: Sendable, Hashable, Codable {
    package let asOf: Day
    package let standing: RFMStanding
    package let options: RFMOptions
    /// Asked for by the calendar: nobody waits for an answer, so that having nothing to score is no failure.
    package let isScheduled: Bool

    package init(asOf: Day, standing: RFMStanding, options: RFMOptions = .standard, isScheduled: Bool = false) {
        self.asOf = asOf
        self.standing = standing
        self.options = options
        self.isScheduled = isScheduled
    }
}

/// What a scoring job leaves behind: the run, unless a scheduled one found nothing to do.
package struct RFMOutcome: Sendable, Hashable, Codable {
    package let run: Int64?
    package let customers: Int64
}
