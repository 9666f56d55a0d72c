/// What happens with slots that fell while the program was not running.
package enum MissedSlots: String, Sendable, Hashable, CaseIterable {
    /// They are noted as skipped; the next slot runs as usual.
    case skip
    /// The latest of them runs now, once; the earlier ones are noted as merged into it.
    case runOnce = "run_once"
    /// Every one runs, oldest first.
    case catchUp = "catch_up"
}
