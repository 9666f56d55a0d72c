import Diagnosing
import Kernel
import Records
import Store

/// Begin a run, with quintiles or with cut points that are tried out first.
enum RFMScorePages {
    static let path = "/diagnose/rfm/score"

    static func routes(_ app: AppContext, _ desk: RFMDesk) -> [Route] {
        [
            .get(path, .allowed(.edit, .diagnosis)) { visit in
                let rfm = try await desk.rfm()
                let options = try await app.store.read { try RFMOptionStore(app.store).options($0) }
                let values = RFMScoreForm.first(
                    try await rfm.lastOrderDay(), options, try await rfm.latestRun(), currency: visit.app.currency)
                return .page(page(values, nil, nil, visit))
            },
            .post(path, .allowed(.edit, .diagnosis)) { visit in try await take(visit, desk) },
        ]
    }

    private static func take(_ visit: Visit, _ desk: RFMDesk) async throws -> Reply {
        let currency = visit.app.currency
        let store = visit.app.store
        let schemes = try await store.read { try RFMOptionStore(store).options($0) }.schemes
        let read = try await FormTrouble.catching {
            try RFMScoreForm(visit.form, currency: currency, schemes: schemes)
        }
        guard case .success(let form) = read else {
            guard case .failure(let trouble) = read else { throw WebProblem.pageUnknown }
            return .page(page(visit.form, trouble, nil, visit), status: trouble.status)
        }
        if visit.form.text("do") == "preview" {
            return .page(page(visit.form, nil, try await preview(form, visit, desk), visit))
        }
        let order = RFMOrder(asOf: form.asOf, standing: form.standing, options: form.options)
        let keeps = visit.form.text("keep") == "yes"
        let (author, app) = (try visit.author(), visit.app)
        let job = try await app.store.write { db in
            if keeps { try RFMOptionStore(app.store).keep(form.options, db, by: author) }
            return try app.jobs.enqueue(db, RFMJob.id, order, key: "rfm \(form.asOf) \(form.standing)", by: author)
        }
        let next = visit.may(.view, .job) ? "/settings/jobs/\(job.id)" : RFMPages.path
        return Reply.redirect(to: next).flashing(Text(zh: "评分已开始。", en: "Scoring has begun."))
    }

    private static func preview(_ form: RFMScoreForm, _ visit: Visit, _ desk: RFMDesk) async throws -> HTML {
        let rfm = try await desk.rfm()
        guard case .fixed(let cuts) = form.options.method else {
            return notice(
                .success,
                Text(zh: "五等分：每个得分各占五分之一的客户，无需预览。", en: "Quintiles: each score holds a fifth of the customers."))
        }
        guard let latest = try await rfm.runs().first(where: \.hasScores) else {
            return notice(
                .warning,
                Text(zh: "还没有可用于预览的评分，请先按五等分评分一次。", en: "There is no run to preview on yet; score by quintiles first."))
        }
        let regions = RegionChoice(try visit.scope(.edit, .diagnosis))
        let grid = try await rfm.preview(cuts, on: latest, regions: regions)
        return RFMPreviewPart(grid: grid, run: latest).html
    }

    private static func page(_ values: FieldValues, _ trouble: FormTrouble?, _ preview: HTML?, _ visit: Visit) -> Page {
        Page(
            Text(zh: "RFM 评分", en: "Score customers"), pretitle: RFMPages.title,
            lead: Text(
                zh: "为所有客户按最近消费、频次、金额各打 1–5 分，并更新两套分层。",
                en:
                    "Gives every customer 1 to 5 for recency, frequency and amount, and brings both tier schemes up to date."
            )
        ) {
            card {
                postForm(path) {
                    trouble?.overall(RFMScoreForm.fields)
                    div(.class("field-row")) {
                        Field(
                            "as_of", Text(zh: "统计日", en: "As of"), value: values.text("as_of"), type: "date",
                            help: Text(
                                zh: "含当日的订单；默认为最后一笔订单的日期",
                                en: "Orders of that day count; proposed: the day of the last order"),
                            problem: trouble?.about("as_of"), required: true
                        ).html
                        Field("standing", Text(zh: "性质", en: "Counts as"), value: values.text("standing")).choice(
                            standings)
                    }
                    div(.class("field-row")) {
                        Field("method", Text(zh: "评分方法", en: "Method"), value: values.text("method")).choice([
                            ("quantiles", Text(zh: "五等分（每分各占五分之一）", en: "Quintiles: a fifth each")),
                            ("fixed", Text(zh: "固定分界点", en: "Fixed cut points")),
                        ])
                        Field(
                            "look_back_days", Text(zh: "统计期（天）", en: "Look-back, days"),
                            value: values.text("look_back_days"),
                            help: Text(zh: "留空表示全部历史", en: "Empty: all history"),
                            problem: trouble?.about("look_back_days")
                        ).html
                    }
                    element("fieldset", []) {
                        legend(.class("form-label")) {
                            Text(
                                zh: "固定分界点：依次为得 2、3、4、5 分的界限",
                                en: "Fixed cut points: the limits for the scores 2, 3, 4, 5")
                        }
                        div(.class("field-row")) {
                            for dimension in RFMDimension.allCases { points(dimension, values, trouble, visit) }
                        }
                    }
                    p(.class("field")) {
                        HTMLTags.label {
                            input(
                                .type("checkbox"), .name("keep"), .value("yes"), .checked(values.text("keep") == "yes"))
                            Text(zh: " 以后的每日和季度评分也用此设置", en: " Use these settings for nightly and quarterly runs too")
                        }
                    }
                    div(.class("form-foot row-wrap")) {
                        element("button", [.class("btn btn-primary"), .type("submit"), .name("do"), .value("run")]) {
                            Text(zh: "开始评分", en: "Score now")
                        }
                        element("button", [.class("btn"), .type("submit"), .name("do"), .value("preview")]) {
                            Text(zh: "预览分界点", en: "Preview cut points")
                        }
                    }
                }
            }
            preview
        }.actions {
            a(.class("btn"), .href(TierRulePages.path)) {
                icon("scale")
                TierRulePages.title
            }
            a(.class("btn"), .href(RFMSchemePages.path)) {
                icon("tag")
                Text(zh: "分层名称", en: "Names of tiers")
            }
        }
    }

    private static let standings = [
        (
            RFMStanding.provisional.rawValue,
            Text(zh: "临时：随数据更新，记入历史", en: "Provisional: follows the data, kept in history")
        ),
        (RFMStanding.official.rawValue, Text(zh: "正式：季度分层，记入历史", en: "Official: the quarter’s tiers, kept in history")),
        (RFMStanding.trial.rawValue, Text(zh: "试算：只看结果，不记入历史", en: "Trial: only a look, not kept in history")),
    ].map { (value: $0.0, label: $0.1) }

    private static func points(
        _ dimension: RFMDimension, _ values: FieldValues, _ trouble: FormTrouble?, _ visit: Visit
    ) -> HTML {
        let help =
            switch dimension {
            case .recency: Text(zh: "至多几天，从大到小，如 180, 90, 60, 30", en: "At most so many days, falling: 180, 90, 60, 30")
            case .frequency: Text(zh: "至少几单，从小到大，如 2, 3, 5, 10", en: "At least so many orders, rising: 2, 3, 5, 10")
            case .monetary:
                Text(
                    zh: "至少多少（\(visit.app.currency.code)，整数），从小到大",
                    en: "At least so much (\(visit.app.currency.code), whole), rising")
            }
        return Field(
            dimension.rawValue, dimension.name, value: values.text(dimension.rawValue), help: help,
            problem: trouble?.about(dimension.rawValue)
        ).html
    }
}
