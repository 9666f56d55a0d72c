import Kernel
import Records
import Store

/// Who changed what, when; and whether the chain of hashes is whole.
enum AuditPages {
    private static let pageSize = 100

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(
                "/settings/audit", .allowed(.view, .audit),
                menu: MenuEntry(.settings, Text(zh: "审计日志", en: "Audit log"), order: 60)
            ) { visit in .page(try await page(visit)) },
            SettingFiles.audit().route,
            .post("/settings/audit/verify", .allowed(.view, .audit)) { visit in
                let store = visit.app.store
                let check = try await store.read { try store.audit.verify($0) }
                return Reply.redirect(to: "/settings/audit").flashing(
                    words(check), tone: isWhole(check) ? .success : .danger)
            },
        ]
    }

    private static func isWhole(_ check: AuditCheck) -> Bool {
        if case .intact = check { return true }
        return false
    }

    private static func words(_ check: AuditCheck) -> Text {
        switch check {
        case .intact(let entries):
            Text(
                zh: "已核对全部 \(Figure.grouped(entries)) 条记录，链条完整，没有被改动。",
                en: "All \(Figure.grouped(entries)) entries were checked: the chain is whole, nothing was altered.")
        case .broken(let entry, _):
            Text(
                zh: "第 \(entry) 条记录处链条断裂：日志可能被改动。请立即保留现场并从备份核对。",
                en:
                    "The chain breaks at entry \(entry): the log may have been altered. Keep everything as it is and compare with a backup."
            )
        }
    }

    private static func page(_ visit: Visit) async throws -> Page {
        let store = visit.app.store
        let subject = visit.query.text("subject")
        let before = visit.query.int("before").map(Int64.init)
        let entries = try await store.read {
            try store.audit.entries($0, subject: subject.isEmpty ? nil : subject, before: before, limit: pageSize + 1)
        }
        return Page(
            Text(zh: "审计日志", en: "Audit log"), pretitle: Step.settings.name,
            lead: Text(
                zh: "每一次更改都与更改本身同时写入，逐条相连，事后无法悄悄修改。",
                en: "Every change is written together with the change itself, each entry sealed to the one before it.")
        ) {
            if !subject.isEmpty {
                p(.class("row-wrap")) {
                    span {
                        Text(zh: "只看：", en: "Only: ")
                        code { subject }
                    }
                    a(.href("/settings/audit")) { Text(zh: "显示全部", en: "Show all") }
                }
            }
            card(nil, flush: true) {
                table(Array(entries.prefix(pageSize)), visit)
                if entries.count > pageSize, let last = entries[pageSize - 1].id {
                    div(.class("pager")) {
                        a(.class("btn btn-small"), .href(visit.address(setting: "before", to: String(last)))) {
                            Text(zh: "更早的记录", en: "Older entries")
                        }
                    }
                }
            }
        }.actions {
            SettingFiles.audit().menu(visit, adding: [("before", "")])
            postForm("/settings/audit/verify") {
                button(.class("btn"), .type("submit")) {
                    icon("shield-check")
                    Text(zh: "核对完整性", en: "Verify")
                }
            }
        }
    }

    private static func table(_ entries: [AuditEntry], _ visit: Visit) -> HTML {
        let zone = visit.app.zone
        return DataTable<AuditEntry>(
            Text(zh: "审计日志", en: "Audit log"), rows: entries,
            columns: [
                .init(Text(zh: "编号", en: "No."), figure: true) { entry in
                    span(.class("quiet")) { entry.id.map(String.init) ?? "" }
                },
                .init(Text(zh: "时间", en: "When")) { entry in
                    span(.class("num nowrap")) {
                        Instant(iso8601: entry.at).map { Figure.moment($0, in: zone) } ?? entry.at
                    }
                },
                .init(Text(zh: "何人", en: "Who")) { AuditWords.author($0.author) },
                .init(Text(zh: "做了什么", en: "What")) { AuditWords.action($0.action) },
                .init(Text(zh: "对象", en: "Subject")) { entry in
                    a(.href("/settings/audit?subject=" + Percent.encode(entry.subject))) { entry.subject }
                },
                .init(Text(zh: "详情", en: "Detail")) { entry in
                    span(.class("quiet small")) { AuditWords.detail(entry.detail) }
                },
            ]
        ).html
    }
}
