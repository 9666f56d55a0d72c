import Kernel
import Records

extension RecordRule {
    /// Carrying an adjustment out does what its file asks for; after that only its results are written (AD-07, AR-01).
    static let adjustment: RecordRule = RecordRule { db, records, act in
        switch act.step {
        case .change:
            let isResult = act.record.type.fields.allSatisfy { field in
                !act.changes(field.id) || ["outcome", "result"].contains(field.id)
            }
            if act.before?.state == "carried_out", !isResult { throw PlanTextProblem.carriedOut }
            if act.changes("changes"), try ChangeSetStore(records).text(db, of: act.record) != nil {
                throw PlanTextProblem.changesFromFile
            }
        case .move("carry_out"): try ChangeSetStore(records).carryOut(db, act.record, by: act.author)
        default: break
        }
    }

    /// An ended adjustment goes to the archive as it stands then.
    static let archived: RecordRule = RecordRule.afterwards { db, records, act in
        if act.step == .move("close") { try ArchiveStore(records).keep(db, act.record) }
    }
}
