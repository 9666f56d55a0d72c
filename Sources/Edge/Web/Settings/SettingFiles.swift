import Collecting
import Kernel
import Records
import Store
import Warehouse

/// What the lists of the settings are taken out as.
enum SettingFiles {
    static func audit() -> ListExport {
        ListExport("/settings/audit", seenBy: .allowed(.view, .audit), exporting: .audit) { visit in
            let subject = visit.query.text("subject")
            let columns = [
                visit.column("entry", Text(zh: "编号", en: "No.")), visit.column("at", Text(zh: "时间", en: "When")),
                visit.column("at_utc", Text(zh: "时间（UTC）", en: "When (UTC)")),
                visit.column("author", Text(zh: "何人", en: "Who")), visit.column("action", Text(zh: "操作", en: "Action")),
                visit.column("subject", Text(zh: "对象", en: "Subject")),
                visit.column("detail", Text(zh: "详情", en: "Detail")),
            ]
            var notes = [visit.zoneNote]
            if !subject.isEmpty { notes.append(visit.note(Text(zh: "对象", en: "Subject"), Text(verbatim: subject))) }
            let list = StoredList.Order(SettingLists.audit, visit.language, subject: subject.isEmpty ? nil : subject)
            return sheet(list, "audit", Text(zh: "审计日志", en: "audit_log"), columns, notes, visit)
        }
    }

    static func users() -> ListExport {
        ListExport("/settings/users", seenBy: .allowed(.view, .account), exporting: .account) { visit in
            let columns = [
                visit.column("name", Text(zh: "账号名", en: "Name")), visit.column("roles", Text(zh: "角色", en: "Roles")),
                visit.column("regions", Text(zh: "所辖区域", en: "Regions")),
                visit.column("dealers", Text(zh: "经销商代码", en: "Dealer codes")),
                visit.column("is_disabled", Text(zh: "已停用", en: "Disabled")),
                visit.column("added", Text(zh: "创建时间", en: "Added")),
            ]
            let rows = try await visit.app.accounts.all().map { account -> [ExportCell] in
                [
                    .text(account.name),
                    .text(account.roles.map { $0.name[visit.language] }.sorted().joined(separator: ", ")),
                    .text(account.regions.sorted().map { RegionName.text($0)[visit.language] }.joined(separator: ", ")),
                    .text(account.dealers.sorted().joined(separator: ", ")), .flag(account.isDisabled),
                    .text(Figure.moment(account.createdAt, in: visit.app.zone)),
                ]
            }
            return sheet("accounts", Text(zh: "用户与角色", en: "users"), columns, rows, [visit.zoneNote], visit)
        }
    }

    static func jobs() -> ListExport {
        ListExport("/settings/jobs", seenBy: .allowed(.view, .job), exporting: .job) { visit in
            let columns = [
                visit.column("job", Text(zh: "编号", en: "No.")), visit.column("kind", Text(zh: "任务", en: "Job")),
                visit.column("state", Text(zh: "状态", en: "State")),
                visit.column("author", Text(zh: "发起人", en: "Asked by")),
                visit.column("done", Text(zh: "已完成", en: "Done")), visit.column("total", Text(zh: "总量", en: "Of")),
                visit.column("queued", Text(zh: "排队时间", en: "Queued")),
                visit.column("started", Text(zh: "开始时间", en: "Started")),
                visit.column("ended", Text(zh: "结束时间", en: "Ended")),
                visit.column("failure", Text(zh: "失败原因", en: "Why it failed")),
            ]
            let list = StoredList.Order(SettingLists.jobs, visit.language)
            return sheet(list, "jobs", Text(zh: "后台任务", en: "jobs"), columns, [visit.zoneNote], visit)
        }
    }

    static func tokens() -> ListExport {
        ListExport("/settings/tokens", seenBy: .allowed(.view, .apiToken), exporting: .apiToken) { visit in
            let zone = visit.app.zone
            let now = visit.app.clock.now()
            let names = Dictionary(try await visit.app.accounts.all().map { ($0.id, $0.name) }) { first, _ in first }
            let columns = [
                visit.column("name", Text(zh: "名称", en: "Name")),
                visit.column("owner", Text(zh: "所属账号", en: "Account")),
                visit.column("scopes", Text(zh: "范围", en: "Scopes")),
                visit.column("is_valid", Text(zh: "有效", en: "Valid")),
                visit.column("created", Text(zh: "创建时间", en: "Created")),
                visit.column("expires", Text(zh: "到期时间", en: "Expires")),
                visit.column("used", Text(zh: "最近使用", en: "Last used")),
            ]
            let rows = try await visit.app.tokens.tokens(of: TokenPages.owner(visit)).map { token -> [ExportCell] in
                [
                    .text(token.name), .text(names[token.accountID]),
                    .text(token.scopes.map { "\($0)" }.sorted().joined(separator: ", ")), .flag(token.isAlive(at: now)),
                    .text(Figure.moment(token.createdAt, in: zone)),
                    .text(token.expiresAt.map { Figure.moment($0, in: zone) }),
                    .text(token.usedAt.map { Figure.moment($0, in: zone) }),
                ]
            }
            return sheet("tokens", Text(zh: "接口令牌", en: "tokens"), columns, rows, [visit.zoneNote], visit)
        }
    }

    /// Everybody may read the duties, and so take them along.
    static func duties() -> ListExport {
        ListExport("/settings/duties", seenBy: .signedIn, exporting: nil) { visit in
            let cells = DutiesTable.current.cells(in: visit.language)
            let keys = ["role", "duty", "rows", "resource"] + Action.allCases.map(\.rawValue)
            let columns = zip(keys, cells.first ?? []).map { ExportColumn($0, $1) }
            let rows = cells.dropFirst().map { $0.map { ExportCell.text($0) } }
            return sheet("duties", Text(zh: "岗位权限表", en: "duties"), columns, rows, [], visit)
        }
    }

    private static func sheet(
        _ id: String, _ name: Text, _ columns: [ExportColumn], _ rows: [[ExportCell]], _ notes: [ExportSheet.Note],
        _ visit: Visit
    ) -> ExportSheet {
        ExportSheet(id, name: dated(name, visit), columns: columns, rows: rows, notes: notes)
    }

    private static func sheet(
        _ list: StoredList.Order, _ id: String, _ name: Text, _ columns: [ExportColumn], _ notes: [ExportSheet.Note],
        _ visit: Visit
    ) -> ExportSheet {
        ExportSheet(list, id, name: dated(name, visit), columns: columns, notes: notes)
    }

    private static func dated(_ name: Text, _ visit: Visit) -> String {
        "\(name[visit.language])_\(visit.app.zone.day(of: visit.app.clock.now()))"
    }
}
