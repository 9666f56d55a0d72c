import Diagnosing
import Kernel
import Records
import Store

/// Which cells make which tier (CU-02): rules that are read, tried on the latest scoring, and kept as versions.
enum TierRulePages {
    static let path = "/diagnose/rfm/rules"
    static let title = Text(zh: "分层规则", en: "Tier rules")

    static func address(_ scheme: String) -> String { path + "/" + scheme }

    static func routes(_ desk: RFMDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .diagnosis)) { _ in
                Reply.redirect(to: address(TierScheme.builtIn.first?.id ?? ""))
            },
            .get(path + "/:scheme", .allowed(.view, .diagnosis)) { visit in
                let kept = try await kept(visit)
                let rules = try await chosenRules(kept, visit)
                return .page(try await page(kept, TierRuleForm(rules), over: kept.version, nil, visit, desk))
            },
            .post(path + "/:scheme", .allowed(.edit, .diagnosis)) { visit in try await take(visit, desk) },
            .post(path + "/:scheme/look", .allowed(.edit, .diagnosis)) { visit in
                let kept = try await kept(visit)
                let form = TierRuleForm(visit.form)
                guard visit.request.isPartial else {
                    return .page(try await page(kept, form, over: basis(visit), nil, visit, desk))
                }
                let grid = try await grid(visit, desk)
                return .fragment(TierCellsPart(kept: kept, draft: form.draft(of: kept), grid: grid).html(isSwap: true))
            },
            .post(path + "/:scheme/built-in", .allowed(.edit, .diagnosis)) { visit in try await reset(visit) },
        ]
    }

    /// The version that the sent rules began with.
    private static func basis(_ visit: Visit) -> Int { visit.form.int("version") ?? 0 }

    private static func kept(_ visit: Visit) async throws -> TierScheme {
        let store = RFMOptionStore(visit.app.store)
        let id = visit["scheme"]
        return try await visit.app.store.read { try store.scheme(id, $0) }
    }

    /// The rules in force, or those of the version that the address names.
    private static func chosenRules(_ kept: TierScheme, _ visit: Visit) async throws -> [TierRule] {
        guard let version = visit.query.int("version") else { return kept.rules }
        let store = RFMOptionStore(visit.app.store)
        let rules = try await visit.app.store.read { try store.rules(of: kept.id, version: version, $0) }
        guard let rules else { throw WebProblem.pageUnknown }
        return rules
    }

    /// The latest scoring in the regions the reader may see.
    private static func grid(_ visit: Visit, _ desk: RFMDesk) async throws -> RFMGrid? {
        let rfm = try await desk.rfm()
        guard let run = try await rfm.latestRun() else { return nil }
        return try await rfm.grid(of: run, regions: RegionChoice(try visit.scope(.view, .diagnosis)))
    }

    private static func take(_ visit: Visit, _ desk: RFMDesk) async throws -> Reply {
        let kept = try await kept(visit)
        var form = TierRuleForm(visit.form)
        guard visit.form.text("do") == "save" else {
            form.carryOut(visit.form.text("do"), on: kept)
            return .page(try await page(kept, form, over: basis(visit), nil, visit, desk))
        }
        let (author, sent, version) = (try visit.author(), form, basis(visit))
        let result = try await FormTrouble.catching {
            try await keep(try sent.rules(), of: kept, over: version, visit, by: author)
        }
        switch result {
        case .success(let new): return saved(new, was: kept)
        case .failure(let trouble):
            // Saved again after a conflict, the rules on the page follow the version that is in force now.
            let now = try await self.kept(visit)
            return .page(
                try await page(now, form, over: now.version, trouble, visit, desk), status: trouble.status)
        }
    }

    private static func reset(_ visit: Visit) async throws -> Reply {
        let kept = try await kept(visit)
        guard let builtIn = TierScheme.builtIn.first(where: { $0.id == kept.id }) else {
            throw RFMProblem.schemeMissing(kept.id)
        }
        let new = try await keep(builtIn.rules, of: kept, over: kept.version, visit, by: try visit.author())
        return saved(new, was: kept)
    }

    private static func keep(
        _ rules: [TierRule], of scheme: TierScheme, over version: Int, _ visit: Visit, by author: Author
    ) async throws -> TierScheme {
        let store = RFMOptionStore(visit.app.store)
        return try await visit.app.store.write {
            try store.keep(rules: rules, of: scheme.id, over: version, $0, by: author)
        }
    }

    private static func saved(_ new: TierScheme, was old: TierScheme) -> Reply {
        let words =
            new.version == old.version
            ? Text(zh: "规则与现行版本相同，没有变化。", en: "These are the rules in force already: nothing changed.")
            : Text(
                zh: "已保存为第 \(new.version) 版规则，下次评分起使用；可点击“按新规则评分”立即生效。",
                en: "Saved as version \(new.version). The next scoring uses it; choose Score now to do so at once.")
        return Reply.redirect(to: address(new.id)).flashing(words)
    }

    private static func page(
        _ kept: TierScheme, _ form: TierRuleForm, over basis: Int, _ trouble: FormTrouble?, _ visit: Visit,
        _ desk: RFMDesk
    ) async throws -> Page {
        let store = RFMOptionStore(visit.app.store)
        let history = try await visit.app.store.read { try store.rulesHistory(of: kept.id, $0) }
        let grid = try await grid(visit, desk)
        let view = TierRuleView(
            kept: kept, form: form, basis: basis, trouble: trouble, grid: grid, history: history,
            isEditable: visit.may(.edit, .diagnosis), zone: visit.app.zone)
        return view.page
    }
}
