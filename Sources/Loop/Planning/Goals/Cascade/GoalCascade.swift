package import Kernel
package import Records
import Store

/// Writes breakdowns: the children of a goal as proposed, and their values as changed or balanced. All or nothing.
package struct GoalCascade: Sendable {
    private let records: RecordStore

    package init(_ records: RecordStore) { self.records = records }

    /// Makes the pieces children of the goal, as drafts. Problem: `goal.already_split`, and those of writing records.
    @discardableResult
    package func create(
        _ pieces: [GoalPiece], of goal: Goal, by way: GoalWay, in language: Language, for author: RecordAuthor
    ) async throws -> [Record] {
        try await records.store.write { db in
            let standing = try records.incoming(db, goal.record, for: .system)
                .filter { $0.type.id == RecordType.goal.id }.map { Goal($0, currency: records.currency) }
                .filter { $0.parent == goal.id }
            if standing.contains(where: { GoalWay(of: $0, in: goal) == way }) {
                throw GoalProblem.alreadySplit(code: goal.record.code, way.name)
            }
            return try pieces.map { try records.create(db, .goal, values($0, goal, language), by: author) }
        }
    }

    private func values(_ piece: GoalPiece, _ goal: Goal, _ language: Language) -> RecordValues {
        var values: RecordValues = [:]
        for field in [
            "family", "horizon", "metric", "segment", "strategy", "owner", "region", "scope_by", "scope_member",
        ] {
            values[field] = goal.record[field]
        }
        values["title"] = .text(String("\(goal.record.title) · \(piece.name[language])".suffix(200)))
        values["feasibility"] = .text(Self.reason[language])
        values["baseline"] = .number(piece.baseline)
        values["target"] = .number(piece.target)
        values["starts_on"] = .day(piece.days.start)
        values["due_on"] = .day(piece.days.lastDay)
        values["parent"] = .whole(goal.id)
        values["weight"] = piece.weight.map(RecordValue.number)
        return values.merging(piece.scope) { _, own in own }
    }

    private static let reason = Text(
        zh: "由上级目标按去年同期占比分解得出。", en: "Broken down from the goal above by the shares of the year before.")

    /// One child's new value.
    package struct Change: Sendable {
        package let child: Goal
        /// The version that the writer saw.
        package let version: Int64
        /// Typed.
        package let target: Double
        package let isFixed: Bool

        package init(child: Goal, version: Int64, target: Double, isFixed: Bool) {
            self.child = child
            self.version = version
            self.target = target
            self.isFixed = isFixed
        }
    }

    /// Problems: those of changing records (`record.stale`, `record.locked`); then nothing is changed.
    package func save(_ changes: [Change], by author: RecordAuthor) async throws {
        try await records.store.write { db in
            for change in changes where !change.child.record.isLocked {
                try records.change(
                    db, change.child.record, from: change.version,
                    ["target": .number(change.target), "is_fixed": .flag(change.isFixed)], by: author)
            }
        }
    }

    /// The changes that bring a group back to its goal: what was typed anew stays as if it were fixed, the rest moves.
    package static func balanced(_ changes: [Change], in group: GoalGroup) throws -> [Change] {
        guard let whole = group.parent.target.map(group.parent.unit.typed) else { return changes }
        let parts = changes.map { change in
            let before = change.child.target.map(change.child.unit.typed)
            return Balancing.Part(
                change.target, weight: change.child.weight ?? 1,
                isFixed: change.isFixed || change.child.record.isLocked || before != change.target)
        }
        let values = try Balancing(group.rule, group.parent.unit, whole: whole, parts).balanced()
        return zip(changes, values).map { change, value in
            Change(child: change.child, version: change.version, target: value, isFixed: change.isFixed)
        }
    }
}
