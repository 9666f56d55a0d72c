import Kernel
import Planning
import Records

/// What is to be learnt from an incident that is solved: its review, until when, and where it is kept (RK-04).
struct IncidentReviewPart {
    let review: Record?
    let today: Day

    var html: HTML {
        card(Text(zh: "事件复盘", en: "Review")) {
            if let review { line(review) } else { missing }
        }
    }

    private var missing: HTML {
        p(.class("quiet")) {
            Text(zh: "还没有复盘。", en: "There is no review yet. ")
            a(.href(RecordDesk.path(.incidentReview) + "/new")) { Text(zh: "新建事件复盘", en: "Write one") }
        }
    }

    private func line(_ review: Record) -> HTML {
        div(.class("row-wrap")) {
            a(.class("record-link"), .href(RecordDesk.path(review))) {
                span(.class("record-code")) { review.code }
                review.title
            }
            RecordListPart.state(review)
            if review.state == "final" {
                a(.class("btn btn-small"), .href(ArchivePages.path(review.type, review.number))) {
                    Text(zh: "查看存档并提炼经验", en: "In the archive; keep as a practice")
                }
            } else {
                if let due = review.day("due_on") {
                    if due < today { badge(Text(zh: "已逾期", en: "Overdue"), .bad) }
                    span(.class("quiet num")) { Text(zh: "截止 \(due)", en: "by \(due)") }
                }
                span(.class("quiet")) {
                    Text(
                        zh: "写明成因、损失与改进并定稿后，事件才能关闭。",
                        en: "Cause, loss and what changes; then the incident can be closed.")
                }
            }
        }
    }
}
