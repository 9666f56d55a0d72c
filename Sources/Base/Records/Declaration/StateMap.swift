package import Kernel

/// The states of a record and the moves between them.
package struct StateMap: Sendable {
    package let states: [RecordState]
    package let moves: [StateMove]

    /// The first state is where every record begins.
    package init(_ states: [RecordState], moves: [StateMove]) {
        self.states = states
        self.moves = moves
    }

    package var initial: String { states.first?.id ?? "" }
    package func state(_ id: String) -> RecordState? { states.first { $0.id == id } }

    /// What can be done with a record in this state.
    package func moves(from state: String) -> [StateMove] { moves.filter { $0.from.contains(state) } }

    /// Draft, in use, retired: for content that nobody approves.
    package static let simple = StateMap(
        [
            RecordState("draft", Text(zh: "草稿", en: "Draft")),
            RecordState("active", Text(zh: "生效", en: "In use"), .good),
            RecordState("retired", Text(zh: "停用", en: "Retired"), .plain, isLocked: true),
        ],
        moves: [
            StateMove("activate", Text(zh: "启用", en: "Put into use"), from: ["draft", "retired"], to: "active"),
            StateMove("retire", Text(zh: "停用", en: "Retire"), from: ["draft", "active"], to: "retired"),
        ])
}

package struct RecordState: Sendable, Identifiable {
    package let id: String
    package let name: Text
    package let tone: Choice.Tone
    /// Fields cannot be changed in this state.
    package let isLocked: Bool

    package init(_ id: String, _ name: Text, _ tone: Choice.Tone = .plain, isLocked: Bool = false) {
        self.id = id
        self.name = name
        self.tone = tone
        self.isLocked = isLocked
    }
}

/// A step from one of several states to another.
package struct StateMove: Sendable, Identifiable {
    package let id: String
    package let name: Text
    package let from: Set<String>
    package let to: String
    /// The right it needs on the type's resource.
    package let action: Action
    /// Fields that must be filled before.
    package let needs: [String]
    /// Whether a reason has to be given.
    package let needsReason: Bool
    /// Made only by an approved request, never by hand.
    package let needsApproval: Bool
    /// Records that should be settled first. Over them the move is made only with a reason, which is kept with their codes.
    package let blockers: MoveBlockers?

    package init(
        _ id: String, _ name: Text, from: Set<String>, to: String, action: Action = .edit, needs: [String] = [],
        reason: Bool = false, approval: Bool = false, over blockers: MoveBlockers? = nil
    ) {
        self.id = id
        self.name = name
        self.from = from
        self.to = to
        self.action = action
        self.needs = needs
        needsReason = reason
        needsApproval = approval
        self.blockers = blockers
    }
}

/// Records of another type that name this one and are still open: milestones of a phase.
package struct MoveBlockers: Sendable {
    package let type: String
    /// The field by which they name it.
    package let field: String
    package let states: Set<String>

    package init(_ type: String, by field: String, in states: Set<String>) {
        self.type = type
        self.field = field
        self.states = states
    }
}
