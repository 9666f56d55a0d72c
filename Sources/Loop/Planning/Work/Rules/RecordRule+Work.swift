import Records

/// What holds between tasks and gates, whichever way they are written: form, API, import, Gantt.
extension RecordRule {
    static let tasks = RecordRule.afterwards { db, _, act in
        try TaskRuleStore(db: db, before: act.before, after: act.record).check()
    }
    static let gates = RecordRule.afterwards { _, _, act in try GateChecks.rule(act.before, act.record) }
}
