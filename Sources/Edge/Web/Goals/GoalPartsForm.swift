import Kernel
import Planning
import Records

/// What was typed for the parts of a goal.
struct GoalPartsForm {
    struct Typed: Sendable {
        let text: String
        let isFixed: Bool
    }

    private let form: FieldValues
    private let group: GoalGroup

    init(_ form: FieldValues, _ group: GoalGroup) {
        self.form = form
        self.group = group
    }

    /// By the child's id: to show it again after a refusal, so that nothing typed is lost.
    var typed: [Int64: Typed] {
        Dictionary(
            group.children.compactMap { child in
                form["target-\(child.record.number)"].map {
                    (child.id, Typed(text: $0, isFixed: form["fixed-\(child.record.number)"] != nil))
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Problems: `goal.not_a_number`, `record.stale`.
    func changes() throws -> [GoalCascade.Change] {
        try group.children.map { child in
            let kept = child.target.map(child.unit.typed) ?? 0
            let number = child.record.number
            guard let text = form["target-\(number)"] else {
                return GoalCascade.Change(
                    child: child, version: child.record.version, target: kept, isFixed: child.isFixed)
            }
            let digits = text.filter { !",，% ¥￥".contains($0) }
            guard let typed = Double(digits), typed.isFinite, abs(typed) < 1e13 else {
                throw GoalProblem.notANumber(text)
            }
            // Balancing rests on the other parts as they were seen; who was slower is told before anything is computed.
            let version = Int64(form.text("version-\(number)")) ?? 0
            if version != child.record.version {
                throw RecordProblem.stale(code: child.record.code, by: child.record.changedBy, mine: [:], theirs: [:])
            }
            return GoalCascade.Change(
                child: child, version: version,
                target: child.unit.typed(steps: child.unit.steps(typed)), isFixed: form["fixed-\(number)"] != nil)
        }
    }
}
