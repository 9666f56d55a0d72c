import Kernel
import Planning
import Records

/// What is in force, and all versions.
struct HandbookIndexPart {
    let editions: [HandbookEdition]
    let drafts: [Record]
    let readings: [HandbookReading]
    let visit: Visit

    var html: HTML {
        div(.class("stack")) {
            if let current = editions.first { inForce(current) } else { empty }
            if !drafts.isEmpty { waiting }
            if editions.count > 0 { all }
        }
    }

    private var empty: HTML {
        card {
            emptyState(
                "book", Text(zh: "还没有发布过手册", en: "No handbook is published yet"),
                Text(
                    zh: "点“编写新版”，写下变更要点与影响范围；正文由已批准、生效的内容自动汇编，提交审批时冻结，批准后成为 1.0 版。",
                    en:
                        "Choose New version and say what changes and whom it concerns. The text is put together from what is approved and in use, frozen when approval is asked for, and published as 1.0."
                )
            ) {
                if visit.may(.edit, .plan) {
                    a(.class("btn btn-primary"), .href(RecordDesk.path(.handbookVersion) + "/new")) {
                        Text(zh: "编写新版", en: "New version")
                    }
                }
            }
        }
    }

    private func inForce(_ edition: HandbookEdition) -> HTML {
        let record = edition.record
        let own = readings.first { $0.account == visit.signed?.account.id }
        let confirmed = readings.count { $0.confirmedAt != nil }
        let department = record.type.field("department")?.kind.choiceList.first { $0.id == record.text("department") }
        return card(Text(verbatim: "\(record.title) \(edition.number)"), note: Text(zh: "现行版本", en: "In force")) {
            div(.class("stack-tight")) {
                facts([
                    (
                        Text(zh: "生效日期", en: "Effective on"),
                        HTML(verbatim: record.day("effective_on")?.description ?? "–")
                    ),
                    (Text(zh: "归口部门", en: "Owner"), HTML(department?.name ?? Text(verbatim: "–"))),
                    (
                        Text(zh: "阅读确认", en: "Confirmed"),
                        HTML(Text(zh: "\(readings.count) 人中 \(confirmed) 人", en: "\(confirmed) of \(readings.count)"))
                    ),
                ])
                p(.class("long-text")) { record.text("change_points") ?? "" }
                div(.class("form-foot")) {
                    a(.class("btn btn-primary"), .href(HandbookPages.path(record))) {
                        icon("book")
                        own.map { $0.confirmedAt == nil } == true
                            ? Text(zh: "阅读并确认", en: "Read and confirm") : Text(zh: "阅读", en: "Read")
                    }
                    if visit.may(.edit, .plan) || visit.may(.approve, .plan) {
                        a(.class("btn"), .href(HandbookPages.path(record) + "/readers")) {
                            Text(zh: "谁已确认", en: "Who has confirmed")
                        }
                    }
                }
            }
        }
    }

    private var waiting: HTML {
        card(Text(zh: "编写中", en: "Being written")) {
            ul(.class("plain-list")) {
                for draft in drafts {
                    li {
                        a(.class("record-link"), .href(HandbookPages.path(draft))) {
                            span(.class("record-code")) { draft.code }
                            draft.title
                        }
                        a(.href(RecordDesk.path(draft))) { Text(zh: "说明与提交审批", en: "Details and approval") }
                    }
                }
            }
        }
    }

    private var all: HTML {
        let earlier = Dictionary(uniqueKeysWithValues: zip(editions, editions.dropFirst()).map { ($0.id, $1) })
        return card(Text(zh: "全部版本", en: "All versions"), flush: true) {
            DataTable(
                Text(zh: "全部版本", en: "All versions"), rows: editions,
                columns: [
                    .init(Text(zh: "版本", en: "Version")) { edition in
                        a(.href(HandbookPages.path(edition.record))) { "\(edition.record.title) \(edition.number)" }
                    },
                    .init(Text(zh: "变更要点", en: "Change points")) { $0.record.text("change_points") ?? "" },
                    .init(Text(zh: "生效", en: "Effective")) { edition in
                        span(.class("num")) { edition.record.day("effective_on")?.description ?? "" }
                    },
                    .init(Text(zh: "差异", en: "Differences")) { edition in
                        if let old = earlier[edition.id] {
                            a(.href("\(HandbookPages.path(edition.record))/compare?with=\(old.record.number)")) {
                                Text(zh: "与 \(old.number) 对比", en: "Against \(old.number)")
                            }
                        }
                    },
                ]
            ).html
        }
    }
}
