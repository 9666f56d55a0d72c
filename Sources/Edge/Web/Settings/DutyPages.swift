import Kernel
import Records

/// The policy as people read it (WF-07): which role may do what, and the same as a file.
enum DutyPages {
    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(
                "/settings/duties", .signedIn, menu: MenuEntry(.settings, Text(zh: "权限一览", en: "Duties"), order: 30)
            ) { visit in .page(page(Role(rawValue: visit.query.text("role")), visit)) },
            SettingFiles.duties().route,
        ]
    }

    private static func page(_ chosen: Role?, _ visit: Visit) -> Page {
        let role = chosen ?? visit.signed?.account.roles.min { $0.rawValue < $1.rawValue } ?? .marketing
        let lines = DutiesTable.current.lines.filter { $0.role == role }
        return Page(
            Text(zh: "权限一览", en: "Duties"), pretitle: Step.settings.name,
            lead: Text(
                zh: "每个角色对每类内容能做什么。由同一张权限表在服务器上统一执行。",
                en: "What each role may do with each kind of content. The server enforces this very table.")
        ) {
            tabs(
                Role.allCases.map { ($0.name, "/settings/duties?role=\($0.rawValue)", $0 == role) },
                label: Text(zh: "角色", en: "Roles"))
            card(
                role.name, note: Text(zh: role.duty.zh + "。数据范围：", en: role.duty.en + ". Rows: ") + role.reach.name,
                flush: true
            ) {
                table(lines)
            }
        }.actions {
            SettingFiles.duties().menu(visit, label: Text(zh: "导出全部", en: "Export all"))
        }
    }

    private static func table(_ lines: [DutiesTable.Line]) -> HTML {
        let first = [DataTable<DutiesTable.Line>.Column(Text(zh: "内容", en: "Content")) { $0.resource.name }]
        let rest = Action.allCases.map { action in
            DataTable<DutiesTable.Line>.Column(action.name) { line in
                line.actions.contains(action)
                    ? span(.class("grants")) {
                        icon("check")
                        span(.class("visually-hidden")) { Text(zh: "可以", en: "yes") }
                    } : span(.class("quiet")) { "–" }
            }
        }
        return DataTable(Text(zh: "权限", en: "Rights"), rows: lines, columns: first + rest).html
    }
}
