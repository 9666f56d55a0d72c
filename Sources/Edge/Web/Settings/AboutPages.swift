import Foundation
import Kernel

/// What this program is, and whose work is inside it.
enum AboutPages {
    /// One work inside the program, as `scripts/notices` has written it from what is locked.
    struct Notice: Sendable, Decodable {
        let source: String
        let name: String
        let version: String
        let licence: String
        let holder: String
        let zh: String
        let en: String

        var title: String { version.isEmpty ? name : name + " " + version }
        var use: Text { Text(zh: zh, en: en) }
    }

    /// Whose works are inside; empty where the assets are missing.
    static func notices(in assets: Assets) throws -> [Notice] {
        guard let bytes = assets.bytes("notices.json") else { return [] }
        return try JSONDecoder().decode([Notice].self, from: Data(bytes))
    }

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get("/about", .signedIn, menu: MenuEntry(.settings, Text(zh: "关于", en: "About"), order: 90)) { visit in
                .page(page(visit.app.version, try notices(in: visit.app.assets)))
            }
        ]
    }

    private static func page(_ version: String, _ notices: [Notice]) -> Page {
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
                        .init(Text(zh: "名称", en: "Work")) { $0.title },
                        .init(Text(zh: "用途", en: "Used for")) { $0.use },
                        .init(Text(zh: "许可证", en: "Licence")) { notice in span(.class("nowrap")) { notice.licence } },
                        .init(Text(zh: "权利人", en: "Holder")) { notice in span(.class("quiet")) { notice.holder } },
                    ]
                ).html
            }
        }
    }
}
