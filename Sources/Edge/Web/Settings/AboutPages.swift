import Kernel

/// What this program is, and whose work is inside it.
enum AboutPages {
    private struct Notice: Sendable {
        let name: String
        let license: String
        let holder: String
        let use: Text
    }

    private static let notices: [Notice] = [
        Notice(
            name: "Tabler 1.4", license: "MIT", holder: "The Tabler Authors",
            use: Text(zh: "页面样式", en: "Look of the pages")),
        Notice(
            name: "Bootstrap 5", license: "MIT", holder: "The Bootstrap Authors",
            use: Text(zh: "页面样式（含于 Tabler）", en: "Look of the pages (inside Tabler)")),
        Notice(name: "Tabler Icons", license: "MIT", holder: "Paweł Kuna", use: Text(zh: "图标", en: "Icons")),
        Notice(
            name: "Apache ECharts 6.1", license: "Apache-2.0", holder: "The Apache Software Foundation",
            use: Text(zh: "图表", en: "Charts")),
        Notice(
            name: "htmx 2.0", license: "0BSD", holder: "Big Sky Software",
            use: Text(zh: "页面局部更新", en: "Partial updates of pages")),
        Notice(
            name: "SortableJS 1.15", license: "MIT", holder: "SortableJS contributors",
            use: Text(zh: "拖放排序", en: "Drag and drop")),
        Notice(
            name: "DOMPurify 3.4", license: "Apache-2.0 / MPL-2.0", holder: "Cure53",
            use: Text(zh: "净化富文本", en: "Cleaning of rich text")),
        Notice(
            name: "Inter 4", license: "OFL-1.1", holder: "The Inter Project Authors",
            use: Text(zh: "拉丁字母与数字字体", en: "Typeface of Latin letters and figures")),
        Notice(
            name: "DuckDB", license: "MIT", holder: "Stichting DuckDB Foundation",
            use: Text(zh: "分析引擎", en: "Analytic engine")),
        Notice(
            name: "SQLite", license: "Public domain", holder: "D. Richard Hipp and others",
            use: Text(zh: "业务数据存储", en: "Store of what people write")),
        Notice(
            name: "Apache Arrow ADBC", license: "Apache-2.0", holder: "The Apache Software Foundation",
            use: Text(zh: "引擎接口", en: "Interface to the engine")),
        Notice(
            name: "Hummingbird 2", license: "Apache-2.0", holder: "The Hummingbird authors",
            use: Text(zh: "网页服务", en: "Web server")),
        Notice(
            name: "SwiftNIO and Swift server packages", license: "Apache-2.0",
            holder: "Apple Inc. and the Swift project authors", use: Text(zh: "网络与基础库", en: "Network and foundations")),
        Notice(
            name: "GRDB.swift 7", license: "MIT", holder: "Gwendal Roué",
            use: Text(zh: "SQLite 访问", en: "Access to SQLite")),
        Notice(
            name: "libsodium", license: "ISC", holder: "Frank Denis",
            use: Text(zh: "密码哈希与随机数", en: "Password hashes and random numbers")),
        Notice(
            name: "libxlsxwriter", license: "BSD-2-Clause", holder: "John McNamara",
            use: Text(zh: "写 Excel 文件", en: "Writing Excel files")),
        Notice(
            name: "libzip", license: "BSD-3-Clause", holder: "Dieter Baron and Thomas Klausner",
            use: Text(zh: "读压缩文件", en: "Reading archives")),
        Notice(name: "Expat", license: "MIT", holder: "Expat maintainers", use: Text(zh: "读 XML", en: "Reading XML")),
    ]

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get("/about", .signedIn, menu: MenuEntry(.settings, Text(zh: "关于", en: "About"), order: 90)) { visit in
                .page(page(visit.app.version))
            }
        ]
    }

    private static func page(_ version: String) -> Page {
        Page(
            Text(zh: "关于运筹", en: "About Yunchou"), pretitle: Step.settings.name,
            lead: Text(
                zh: "版本 \(version) · 以 Apache-2.0 许可证开放源代码 · 所有功能均不另设付费版。",
                en: "Version \(version) · open source under Apache-2.0 · nothing is held back for a paid edition.")
        ) {
            card(
                Text(zh: "第三方声明", en: "Third-party notices"),
                note: Text(
                    zh: "运筹使用了以下作品，谨致谢意。各许可证全文见其源代码包。",
                    en:
                        "Yunchou uses the following works, with thanks. Their full licences are in their source packages."
                ),
                flush: true
            ) {
                DataTable<Notice>(
                    Text(zh: "第三方声明", en: "Third-party notices"), rows: notices,
                    columns: [
                        .init(Text(zh: "名称", en: "Work")) { $0.name },
                        .init(Text(zh: "用途", en: "Used for")) { $0.use },
                        .init(Text(zh: "许可证", en: "Licence")) { notice in span(.class("nowrap")) { notice.license } },
                        .init(Text(zh: "权利人", en: "Holder")) { notice in span(.class("quiet")) { notice.holder } },
                    ]
                ).html
            }
        }
    }
}
