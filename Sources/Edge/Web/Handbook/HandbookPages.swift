import Kernel
import Planning
import Records
import Store

/// The strategy handbook: what is in force, its versions, the document itself, what differs, who has read it (AD-08, S-11).
enum HandbookPages {
    static let path = "/plan/handbook"
    static let title = Text(zh: "战略执行手册", en: "Strategy handbook")

    static func routes(_ desk: RecordDesk) -> [Route] {
        guard desk.records.catalog.type("handbook_version") != nil else { return [] }
        let view = Access.allowed(.view, .plan)
        return [
            .get(path, view, menu: MenuEntry(.plan, title, order: 13)) { visit in .page(try await index(visit, desk)) },
            .get(path + "/:number", view) { visit in .page(try await document(visit, desk)) },
            .get(path + "/:number/paper.css", view) { visit in try await paper(visit, desk) },
            .get(path + "/:number/compare", view) { visit in .page(try await compare(visit, desk)) },
            .get(path + "/:number/readers", view) { visit in .page(try await readers(visit, desk)) },
            .post(path + "/:number/confirm", view) { visit in try await confirm(visit, desk) },
        ]
    }

    static func path(_ record: Record) -> String { "\(path)/\(record.number)" }

    /// The bar over every page of somebody who has been reminded and not confirmed yet.
    static func reminder(_ app: AppContext, _ signed: SignedIn) async throws -> HTML {
        guard app.desk.records.catalog.type("handbook_version") != nil, signed.allows(.view, .plan),
            let open = try await HandbookStore(app.desk.records).reminder(for: signed.account.id)
        else { return HTML() }
        return div(.class("notice notice-warning d-print-none"), .role("status")) {
            icon("book")
            span {
                Text(
                    zh: "战略执行手册 \(open.number) 已过阅读确认期限。",
                    en: "The strategy handbook \(open.number) still waits for you to read it.")
                " "
                a(.href("\(path)/\(open.record)")) { Text(zh: "去阅读并确认", en: "Read and confirm") }
            }
        }
    }

    // MARK: Overview

    private static func index(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let store = HandbookStore(desk.records)
        let (editions, drafts, readings) = try await desk.records.store.read { db in
            let editions = try store.editions(db, for: reader)
            let drafts = try desk.records.all(db, .handbookVersion).filter { $0.state == "draft" }
            return (editions, drafts, try editions.first.map { try store.readings(db, $0.record) } ?? [])
        }
        let part = HandbookIndexPart(
            editions: editions, drafts: visit.may(.edit, .plan) ? drafts : [], readings: readings, visit: visit)
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "已批准的战略、目标、预算、举措与规则，汇编成一份有版本号的文件。",
                en: "Approved strategy, goals, budget, work and rules in one numbered document.")
        ) { part.html }
        .actions {
            if visit.may(.edit, .plan) {
                a(.class("btn btn-primary"), .href(RecordDesk.path(.handbookVersion) + "/new")) {
                    icon("plus")
                    Text(zh: "编写新版", en: "New version")
                }
            }
        }
        .footnote(Text(zh: "时区：\(visit.app.zone.identifier)", en: "Time zone: \(visit.app.zone.identifier)"))
    }

    // MARK: One version

    /// Published: what was frozen. Waiting for approval: what was frozen with the request. Else: as it would be now.
    private static func document(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let store = HandbookStore(desk.records)
        let number = try visit.number("number")
        let part = try await desk.records.store.read { db in
            let record = try desk.records.find(db, .handbookVersion, number: number, for: reader)
            let editions = try store.editions(db, for: reader)
            let place = editions.firstIndex { $0.id == record.id }
            let frozen =
                try place.map { _ in try store.published(db, record) }
                ?? store.frozen(db, record, version: record.version)
            let content = try frozen ?? store.assemble(db)
            let earlier = place.map { editions.dropFirst($0 + 1).first } ?? editions.first
            let old = try earlier.map { try store.published(db, $0.record).shown(to: reader, desk.records.catalog) }
            return HandbookDocument(
                record: record, edition: place.map { editions[$0] }, isFrozen: frozen != nil,
                content: content.shown(to: reader, desk.records.catalog), earlier: earlier, old: old,
                reading: try store.readings(db, record).first { $0.account == reader.account?.id },
                names: try desk.records.names(db, of: [record]), company: try visit.app.settings.company(db).name,
                currency: desk.records.currency, visit: visit)
        }
        var page = Page(Text(verbatim: record(part)), pretitle: title) { part.html }
            .actions {
                if part.edition == nil, visit.may(.edit, .plan) {
                    a(.class("btn"), .href(RecordDesk.path(part.record))) {
                        icon("edit")
                        Text(zh: "说明与提交审批", en: "Details and approval")
                    }
                }
                if let earlier = part.earlier {
                    a(.class("btn"), .href("\(path(part.record))/compare?with=\(earlier.record.number)")) {
                        icon("git-branch")
                        Text(zh: "与 \(earlier.number) 对比", en: "Compare with \(earlier.number)")
                    }
                }
                button(.class("btn btn-primary"), .type("button"), .attribute("data-print", "")) {
                    icon("printer")
                    Text(zh: "打印或存为 PDF", en: "Print or save as PDF")
                }
            }
            .footnote(Text(zh: "时区：\(visit.app.zone.identifier)", en: "Time zone: \(visit.app.zone.identifier)"))
        page.marked = path
        return page
    }

    private static func paper(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let reader = try RecordDesk.author(visit)
        let number = try visit.number("number")
        let paper = try await desk.records.store.read { db in
            let record = try desk.records.find(db, .handbookVersion, number: number, for: reader)
            let edition = try HandbookStore(desk.records).editions(db, for: reader).first { $0.id == record.id }
            return HandbookPaper(company: try visit.app.settings.company(db).name, record: record, edition: edition)
        }
        return .text(paper.style(in: visit.language), type: "text/css; charset=utf-8")
    }

    private static func record(_ part: HandbookDocument) -> String {
        part.edition.map { "\(part.record.title) \($0.number)" } ?? part.record.title
    }

    private static func confirm(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        let record = try await desk.records.find(
            .handbookVersion, number: try visit.number("number"), for: author)
        try await HandbookStore(desk.records).confirm(record, by: author)
        return .redirect(to: path(record)).flashing(Text(zh: "已确认阅读，谢谢。", en: "Your reading is confirmed. Thank you."))
    }

    // MARK: Differences

    private static func compare(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let store = HandbookStore(desk.records)
        let number = try visit.number("number")
        guard let other = Int64(visit.query.text("with")) else { throw WebProblem.pageUnknown }
        let part = try await desk.records.store.read { db in
            let editions = try store.editions(db, for: reader)
            func side(_ number: Int64) throws -> (name: Text, content: HandbookContent) {
                let record = try desk.records.find(db, .handbookVersion, number: number, for: reader)
                let edition = editions.first { $0.id == record.id }
                let content =
                    try edition.map { try store.published(db, $0.record) }
                    ?? store.frozen(db, record, version: record.version) ?? store.assemble(db)
                let name = edition.map { Text(verbatim: $0.number.description) } ?? Text(zh: "编写中", en: "draft")
                return (name, content.shown(to: reader, desk.records.catalog))
            }
            let (new, old) = (try side(number), try side(other))
            return HandbookComparePart(
                comparison: HandbookComparison(from: old.content, to: new.content), old: old.name, new: new.name,
                editions: editions, number: number, other: other)
        }
        var page = Page(
            Text(zh: "手册对比：", en: "Handbook: ") + part.old + Text(verbatim: " → ") + part.new, pretitle: title
        ) { part.html }
        page.marked = path
        return page
    }

    // MARK: Readers

    private static func readers(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        guard visit.may(.edit, .plan) || visit.may(.approve, .plan) else {
            throw AccessProblem.forbidden(.edit, .plan)
        }
        let number = try visit.number("number")
        let (record, readings) = try await desk.records.store.read { db in
            let record = try desk.records.find(db, .handbookVersion, number: number, for: reader)
            return (record, try HandbookStore(desk.records).readings(db, record))
        }
        let confirmed = readings.count { $0.confirmedAt != nil }
        var page = Page(
            Text(zh: "阅读确认：", en: "Confirmed by: ") + Text(verbatim: record.title), pretitle: title,
            lead: Text(zh: "\(readings.count) 人中 \(confirmed) 人已确认", en: "\(confirmed) of \(readings.count) people")
        ) {
            card(flush: true) { table(readings, visit) }
        }
        page.marked = path
        return page
    }

    private static func table(_ readings: [HandbookReading], _ visit: Visit) -> HTML {
        DataTable(
            Text(zh: "阅读确认", en: "Reading"), rows: readings,
            columns: [
                .init(Text(zh: "姓名", en: "Name")) { $0.name },
                .init(Text(zh: "状态", en: "State")) { reading in
                    reading.confirmedAt == nil
                        ? badge(Text(zh: "未确认", en: "Not yet"), .attention)
                        : badge(Text(zh: "已确认", en: "Confirmed"), .good)
                },
                .init(Text(zh: "确认时间", en: "Confirmed")) { reading in
                    if let at = reading.confirmedAt { span(.class("num")) { Figure.moment(at, in: visit.app.zone) } }
                },
                .init(Text(zh: "期限", en: "Due")) { reading in
                    span(.class("num")) { reading.dueOn.description }
                },
                .init(Text(zh: "已提醒", en: "Reminders"), figure: true) { String($0.reminders) },
            ]
        ).html
    }
}
