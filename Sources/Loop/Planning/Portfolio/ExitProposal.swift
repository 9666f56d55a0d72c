/// What an exit score speaks for (PP-02). The ids are those of the decision.
package enum ExitProposal: String, Sendable {
    case keep, harvest, exit

    /// - Parameter score: 0 to 100, high speaks for exit.
    package init(_ score: Double) { self = score >= 60 ? .exit : score >= 40 ? .harvest : .keep }
}
