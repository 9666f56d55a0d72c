import Collecting
import Foundation
import Kernel
import Records
import Store
import Warehouse

/// Turns a list into a file: at once where it is short, in the background where it is long.
enum ExportDesk {
    static func deliver(_ sheet: ExportSheet, _ format: ExportFormat, _ visit: Visit) async throws -> Reply {
        // Other sites may lead here by a link; they shall not begin work in somebody's name.
        guard visit.request.headers["sec-fetch-site"] != "cross-site" else { throw WebProblem.formExpired }
        guard visit.request.method != .head else { return Reply() }
        let sheet = signed(sheet, visit)
        let exporter = Exporter(visit.app.warehouse.engine, stored: visit.app.storedLists)
        if try await exporter.count(sheet) > visit.app.exportLimit { return try await queue(sheet, format, visit) }
        let file = ExportShelf(files: visit.app.files).passing(format)
        let rows = try await exporter.write(sheet, to: file, as: format)
        let author = try visit.author()
        let audit = visit.app.store.audit
        let detail = ["format": format.rawValue, "rows": String(rows), "notes": sheet.statement]
        try await visit.app.store.write {
            try audit.append($0, author: author, action: "data.export", subject: sheet.id, detail: detail)
        }
        return try FileReply.once(file.path, as: sheet.name + "." + format.rawValue, type: format.contentType)
    }

    /// The same list asked for twice while the first is under way is one job.
    private static func queue(_ sheet: ExportSheet, _ format: ExportFormat, _ visit: Visit) async throws -> Reply {
        let person = try visit.person().account
        let order = ExportOrder(sheet: sheet, format: format, account: person.id)
        let key = "export \(person.id) \(format.rawValue) \(visit.request.path)?\(visit.query.encoded)"
        let job = try await visit.app.jobs.enqueue(ExportJob.id, order, key: key, by: try visit.author())
        if visit.request.wantsJSON {
            return .json(
                JSONText.object([("job", String(job.id)), ("file", ExportPages.file(job.id))]), status: 202)
        }
        return Reply.redirect(to: ExportPages.path).flashing(
            Text(
                zh: "数据较多，正在后台导出，完成后可在此下载。",
                en: "The list is long: it is exported in the background and can be fetched here."))
    }

    /// When and by whom: the same for every list.
    private static func signed(_ sheet: ExportSheet, _ visit: Visit) -> ExportSheet {
        guard !sheet.notes.isEmpty, let name = visit.signed?.account.name else { return sheet }
        var sheet = sheet
        let moment = Figure.moment(visit.app.clock.now(), in: visit.app.zone)
        sheet.notes.append(visit.note(Text(zh: "导出", en: "Exported"), Text(verbatim: "\(moment) · \(name)")))
        return sheet
    }
}

extension Visit {
    /// A note in the reader's language.
    func note(_ about: Text, _ text: Text) -> ExportSheet.Note {
        ExportSheet.Note(about[language], text[language])
    }

    /// In which zone the list counts its days.
    var zoneNote: ExportSheet.Note {
        note(Text(zh: "时区", en: "Time zone"), Text(verbatim: app.zone.identifier))
    }

    var currencyNote: ExportSheet.Note {
        note(Text(zh: "币种", en: "Currency"), Text(verbatim: app.currency.code))
    }

    /// A plain column with its title in the reader's language.
    func column(_ key: String, _ title: Text) -> ExportColumn { ExportColumn(key, title[language]) }
}
