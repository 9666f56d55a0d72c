import Kernel
import Records

/// The guided tour: from a light on the board to its cause, to the customers behind it, to data of one's own. Each stop is
/// a card on the page itself, written by the server; where somebody stands is kept in a cookie. It works without scripts;
/// `tour.js` adds the frame around what is spoken of, and the keys.
enum Tour {
    static let cookie = "yunchou_tour"

    struct Stop: Sendable {
        let path: String
        /// What is framed, as a CSS selector.
        let target: String
        let access: Access
        let title: Text
        let words: Text
    }

    /// The stops a person may open.
    static func stops(for signed: SignedIn?) -> [Stop] { all.filter { $0.access.admits(signed) } }

    private static let all = [
        Stop(
            path: "/board", target: ".kpi-grid > .kpi", access: .allowed(.view, .board),
            title: Text(zh: "从看板开始", en: "Begin with the board"),
            words: Text(
                zh: "每张卡片是一项指标：数值、目标达成、环比、同比和走势。未达标的排在最前。点开一张卡片，就能追到原因。",
                en:
                    "Each card is a metric with its value, target, changes and trend. Those off target come first. Open a card to find out why."
            )),
        Stop(
            path: "/board/metrics/revenue", target: ".two-thirds .card", access: .allowed(.view, .board),
            title: Text(zh: "看趋势，读口径", en: "Trend and definition"),
            words: Text(
                zh: "实际值、去年同期与目标画在一起；右侧写明口径、来源和数据截至日。每个数字只有一个算法，页面、导出和接口完全一致。",
                en:
                    "Actual, last year and target in one picture; at the right the definition, sources and freshness. Every number has one formula on pages, in files and in the API."
            )),
        Stop(
            path: "/board/metrics/revenue", target: ".two-thirds .card + .card", access: .allowed(.view, .board),
            title: Text(zh: "拆开看：是谁带来的变化", en: "Who made the difference"),
            words: Text(
                zh: "按大区、渠道、门店等拆分，看清占比和对变动的贡献。点击任一行，就以它为条件继续下钻。",
                en:
                    "Split by region, channel or store to see shares and who moved the number. Click a row to go deeper with it as a filter."
            )),
        Stop(
            path: "/board/metrics/revenue/behind", target: ".data-table", access: .allowed(.view, .order),
            title: Text(zh: "追到每一笔订单", en: "Down to every order"),
            words: Text(
                zh: "指标背后的订单逐笔列出，口径与指标相同。右上角可导出 CSV、XLSX 或 Parquet，筛选条件和时区随文件保存。",
                en:
                    "The orders behind the number, by the same definition. Export them at the top right; filters and time zone go with the file."
            )),
        Stop(
            path: "/diagnose/rfm", target: "main .card", access: .allowed(.view, .diagnosis),
            title: Text(zh: "认识您的客户", en: "Know your customers"),
            words: Text(
                zh: "RFM 按最近消费、频次和金额给每位客户打分，并分成两套层级。点击一格，就能看到其中的客户。",
                en:
                    "RFM scores every customer by recency, frequency and amount, in two tier schemes. Click a square to see who is in it."
            )),
        Stop(
            path: ImportPages.path, target: "main form", access: .allowed(.import, .sourceData),
            title: Text(zh: "换成自己的数据", en: "Now with your own data"),
            words: Text(
                zh: "上传一份订单表即可开始：列名自动识别，写入前可以预览，有问题的行单独保留。导览可随时从右上角的头像菜单重新打开。",
                en:
                    "Begin with a table of orders: columns are recognised, nothing is written before the preview, odd rows are kept aside. Find the tour again in your account's menu."
            )),
    ]

    /// The card of the present stop, or on other pages the way back to it; nothing when no tour is on.
    static func part(_ entrance: Entrance) -> HTML {
        let stops = stops(for: entrance.signed)
        guard let number = entrance.request.cookie(cookie).flatMap({ Int($0) }), stops.indices.contains(number) else {
            return HTML()
        }
        let stop = stops[number]
        let isHere = entrance.request.path == stop.path
        return element("tour-guide", [.attribute("data-target", isHere ? stop.target : "")]) {
            section(.class("tour d-print-none"), .labelled(by: "tour-title"), .attribute("tabindex", "-1")) {
                div(.class("tour-head")) {
                    span(.class("quiet num")) {
                        Text(zh: "导览 \(number + 1) / \(stops.count)", en: "Tour \(number + 1) of \(stops.count)")
                    }
                    move("end", .class("tour-close"), .label(Text(zh: "结束导览", en: "End the tour"))) { icon("x") }
                }
                h2(.id("tour-title")) { stop.title }
                if isHere { p { stop.words } }
                div(.class("row-wrap")) {
                    if isHere { steps(number, stops.count) } else { back(number) }
                }
            }
        }
    }

    @HTMLBuilder
    private static func steps(_ number: Int, _ count: Int) -> HTML {
        if number > 0 {
            move(String(number - 1), .class("btn"), .attribute("data-tour", "back")) { Text(zh: "上一步", en: "Back") }
        }
        if number + 1 < count {
            move(String(number + 1), .class("btn btn-primary"), .attribute("data-tour", "next")) {
                Text(zh: "下一步", en: "Next")
            }
        } else {
            move("end", .class("btn btn-primary"), .attribute("data-tour", "next")) { Text(zh: "完成", en: "Done") }
        }
    }

    private static func back(_ number: Int) -> HTML {
        move(String(number), .class("btn"), .attribute("data-tour", "next")) {
            Text(zh: "回到导览", en: "Back to the tour")
        }
    }

    private static func move(_ to: String, _ attributes: Attribute..., @HTMLBuilder inside: () -> HTML) -> HTML {
        let content = inside()
        return postForm("/tour") {
            element("button", attributes + [.type("submit"), .name("go"), .value(to)]) { content }
        }
    }
}
