package import Kernel

/// Why an incident cannot go on as asked, and what to do.
package enum IncidentProblem: Problem, Hashable {
    /// It has no final review yet; with the code of the draft where there is one.
    case reviewOpen(incident: String, review: String?)

    package var code: String { "incident.review_open" }
    package var kind: ProblemKind { .conflict }
    package var text: Text {
        switch self {
        case .reviewOpen(let incident, let review?):
            Text(
                zh: "\(incident) 尚未复盘，不能关闭。请先在 \(review) 中写明成因、损失与改进并定稿。",
                en:
                    "\(incident) is not reviewed yet. Write cause, loss and what changes into \(review), make it final, then close."
            )
        case .reviewOpen(let incident, nil):
            Text(
                zh: "\(incident) 尚未复盘，不能关闭。请先在“事件复盘”中新建一条关联到它的复盘，写明成因、损失与改进并定稿。",
                en:
                    "\(incident) is not reviewed yet. Create an incident review that names it, write cause, loss and what changes, make it final, then close."
            )
        }
    }
}
