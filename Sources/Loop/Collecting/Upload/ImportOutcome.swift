package import Kernel

/// What an import job did, kept as its result.
package struct ImportOutcome: Sendable, Hashable, Codable {
    package let file: String
    package let target: ImportTarget
    package let counts: LoadCounts
    package let loadID: Int64?
    package let reasons: [LoadReport.ReasonCount]
    package let notices: [Text]
    /// Entries made up for codes that no table knew.
    package let stubs: Int64
    package let isTrial: Bool
    package let wasLoadedBefore: Bool
    /// The rows that did not fit can be fetched.
    package let hasQuarantine: Bool

    package init(_ report: LoadReport) {
        file = report.file
        target = report.target
        counts = report.counts
        loadID = report.loadID
        reasons = report.reasons
        notices = report.notices
        stubs = report.stubs.values.reduce(0, +)
        isTrial = report.isTrial
        wasLoadedBefore = report.wasLoadedBefore
        hasQuarantine = report.quarantine != nil
    }

    package var changedAnything: Bool { !isTrial && !wasLoadedBefore && (counts.changesAnything || stubs > 0) }
}
