import Kernel
import Records
import Store

/// The first choice: look around in the demonstration company, or begin with data of one's own.
enum WelcomePages {
    static func routes(_ app: AppContext) -> [Route] {
        [
            .get("/welcome", .allowed(.administer, .setting)) { visit in
                .page(page(offersDemonstration: visit.app.startDemonstration != nil))
            },
            .post("/welcome", .allowed(.administer, .setting)) { visit in
                visit.form.text("start") == "demonstration" ? try await demonstrate(visit) : try await begin(visit)
            },
        ]
    }

    private static func demonstrate(_ visit: Visit) async throws -> Reply {
        guard let start = visit.app.startDemonstration else { throw WebProblem.pageUnknown }
        let job = try await start(try visit.author())
        try await remember(.demonstration, visit)
        return Reply.redirect(to: "/settings/jobs/\(job)")
            .flashing(
                Text(
                    zh: "演示公司正在生成，完成后即可开始参观。",
                    en: "The demonstration company is being made; the tour begins when it is ready."))
    }

    private static func begin(_ visit: Visit) async throws -> Reply {
        try await remember(.own, visit)
        return Reply.redirect(to: "/")
            .flashing(Text(zh: "一切就绪。下一步：导入第一份数据。", en: "All is ready. Next step: import your first data."))
    }

    private static func remember(_ tour: TourState, _ visit: Visit) async throws {
        var company = try await visit.app.settings.company()
        company.tour = tour
        try await visit.app.settings.save(company, by: try visit.author())
    }

    private static func page(offersDemonstration: Bool) -> Page {
        Page(
            Text(zh: "您想从哪里开始？", en: "Where would you like to begin?"),
            lead: Text(zh: "两种方式随时可以再换。", en: "You can change your mind at any time."), frame: .wide
        ) {
            div(.class("columns")) {
                if offersDemonstration {
                    choice(
                        "sparkles", Text(zh: "参观演示公司", en: "Tour a demonstration company"),
                        Text(
                            zh: "生成一家虚构的消费品牌：三年订单、客户、门店与投放数据。跟随导览，十分钟看完从红灯到原因、到客户、再到行动的全过程。",
                            en:
                                "Make a fictional consumer brand with three years of orders, customers, stores and spend. Follow the tour: ten minutes from a red light to its cause, to the customers behind it, to what to do."
                        ),
                        value: "demonstration", Text(zh: "开始参观", en: "Start the tour"), isFirst: true)
                }
                choice(
                    "file-import", Text(zh: "导入自己的数据", en: "Import your own data"),
                    Text(
                        zh: "从一份订单表开始：CSV、Excel、JSON 或 Parquet 均可。列名自动识别，写入前可以预览；有问题的行会单独保留，不会丢失。",
                        en:
                            "Begin with a table of orders: CSV, Excel, JSON lines or Parquet. Columns are recognised, nothing is written before you have seen a preview, and rows that do not fit are kept aside."
                    ),
                    value: "own", Text(zh: "从空白开始", en: "Start empty"), isFirst: !offersDemonstration)
            }
        }
    }

    private static func choice(
        _ name: String, _ title: Text, _ explanation: Text, value: String, _ label: Text, isFirst: Bool
    ) -> HTML {
        postForm("/welcome", .class("choice-card")) {
            icon(name)
            h2 { title }
            p { explanation }
            button(.class(isFirst ? "btn btn-primary" : "btn"), .type("submit"), .name("start"), .value(value)) {
                label
            }
        }
    }
}
