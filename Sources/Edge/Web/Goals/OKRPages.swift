import Kernel
import Planning
import Records

/// Objectives with their key results, check-ins and what departments wait for from each other (S-04).
enum OKRPages {
    static let path = "/plan/okr"
    static let title = Text(zh: "OKR 与签到", en: "OKR")

    static func routes(_ desk: GoalDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .plan), menu: MenuEntry(.plan, title, order: 11)) { visit in
                .page(try await page(visit, desk))
            },
            .post(path + "/:number/check-in", .allowed(.edit, .plan)) { visit in try await checkIn(visit, desk) },
        ]
    }

    static func progress(_ progress: Double?) -> HTML {
        guard let progress else { return span(.class("quiet small")) { Text(zh: "尚无进展数据", en: "No values yet") } }
        return div(.class("goal-chance-line okr-progress")) {
            span(.class("num")) { Figure.percent(progress, 0) }
            shareBar(progress)
        }
    }

    private static func page(_ visit: Visit, _ desk: GoalDesk, trouble: (Int64, FormTrouble)? = nil) async throws
        -> Page
    {
        let tree = try await desk.desk.records.okrTree(for: try RecordDesk.author(visit))
        let session = try await AlignmentSessionStore(visit.app.store).latest(1).first
        let today = desk.zone.day(of: visit.app.clock.now())
        let part = OKRPart(
            tree: tree, session: session, today: today, mayEdit: visit.may(.edit, .plan), visit: visit, trouble: trouble
        )
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "每两周对齐一次：更新数值与信心，说清阻碍和要谁帮忙。",
                en: "Every two weeks: value, confidence, obstacles, and whose help is needed.")
        ) {
            if tree.roots.isEmpty { empty(visit) } else { part.html }
        }
        .actions {
            if visit.may(.edit, .plan) {
                a(.class("btn btn-primary"), .href("/plan/records/objective/new")) {
                    icon("plus")
                    Text(zh: "新建 O", en: "New objective")
                }
                a(.class("btn"), .href("/plan/records/key_result/new")) { Text(zh: "新建 KR", en: "New key result") }
            }
        }
        .footnote(
            Text(
                zh: "对齐会由日程每两周周一 09:00 开启；时区：\(desk.zone.identifier)",
                en: "Sessions open every second Monday at 09:00; time zone: \(desk.zone.identifier)"))
    }

    private static func empty(_ visit: Visit) -> HTML {
        card {
            emptyState(
                "target", Text(zh: "还没有 OKR", en: "No objectives yet"),
                Text(
                    zh: "先写一个方向性目标（O），再加 2–5 个用数字衡量的关键结果（KR）；之后每两周签到一次。",
                    en: "Write an objective, then two to five key results in numbers; check in every two weeks.")
            ) {
                if visit.may(.edit, .plan) {
                    a(.class("btn btn-primary"), .href("/plan/records/objective/new")) {
                        Text(zh: "新建 O", en: "New objective")
                    }
                    a(.class("btn"), .href("/plan/records/key_result")) { Text(zh: "采用参考内容", en: "Begin from samples") }
                }
            }
        }
    }

    private static func checkIn(_ visit: Visit, _ desk: GoalDesk) async throws -> Reply {
        let type = try desk.desk.records.catalog.require("key_result")
        let author = try RecordDesk.author(visit)
        let result = try await desk.desk.records.find(type, number: try visit.number("number"), for: author)
        var texts: [String: String] = [:]
        for field in ["title", "value", "confidence", "obstacles", "next_steps"] {
            texts[field] = visit.form.text(field)
        }
        texts["needs_help_of"] = visit.form.all("needs_help_of").joined(separator: "；")
        let today = desk.zone.day(of: visit.app.clock.now())
        let written = try await FormTrouble.catching {
            try await desk.desk.records.checkIn(result, texts, on: today, by: author)
        }
        switch written {
        case .success(let made):
            return Reply.redirect(to: path)
                .flashing(
                    Text(zh: "\(result.code) 已签到（\(made.code)）。", en: "\(result.code) is checked in (\(made.code))."))
        case .failure(let trouble):
            return .page(try await page(visit, desk, trouble: (result.number, trouble)), status: trouble.status)
        }
    }
}
