import Collecting
import Foundation
import Kernel
import Records
import Store

/// The mappings that are kept, and those that come with the program.
enum MappingPages {
    static let path = "/data/mappings"
    static let title = Text(zh: "映射", en: "Mappings")
    private static let largestFile = 1 << 20

    static func routes(_ app: AppContext) -> [Route] {
        let access = Access.allowed(.import, .sourceData)
        return [
            .get(path, access, menu: MenuEntry(.data, title, order: 15)) { visit in
                let store = ImportDesk.kept(visit)
                return .page(
                    MappingListPart(
                        kept: try await store.all(), removed: try await store.removed(), zone: visit.app.zone
                    ).page)
            },
            .post("/data/removed-mappings/:entry/restore", access) { visit in
                let entry = try visit.number("entry")
                let kept = try await ImportDesk.kept(visit).restore(entry, by: try visit.author())
                return Reply.redirect(to: path + "/\(kept.id)").flashing(
                    Text(zh: "已恢复映射“\(kept.name)”。", en: "The mapping “\(kept.name)” is back."))
            },
            .post("/data/mapping-files", access, body: .stream) { visit in
                let kept = try await received(visit)
                return .json(JSONText.object([("next", path + "/\(kept.id)")]))
            },
            .get("/data/shipped-mappings/:name/file", access) { visit in try file(try shipped(visit)) },
            .post("/data/shipped-mappings/:name/copy", access) { visit in
                try await copy(try shipped(visit), [], visit)
            },
            .get(path + "/:mapping", access) { visit in
                let kept = try await kept(visit)
                let form = MappingForm(look: FileLook(headings: kept.knownHeadings), base: kept.mapping)
                return .page(try await page(kept, try await MappingReading.make(form, kept.mapping, visit), visit))
            },
            .post(path + "/:mapping", access) { visit in try await save(visit) },
            .post(path + "/:mapping/look", access) { visit in
                let (kept, reading) = try await sent(visit)
                guard visit.request.isPartial else { return .page(try await page(kept, reading, visit)) }
                return .fragment(
                    MappingEditor(reading: reading).swaps(changed: visit.request.headers["x-changed"] ?? ""))
            },
            .get(path + "/:mapping/file", access) { visit in try file(try await kept(visit).mapping) },
            .post(path + "/:mapping/rename", access) { visit in try await rename(visit) },
            .post(path + "/:mapping/copy", access) { visit in
                let kept = try await kept(visit)
                return try await copy(kept.mapping, kept.headings, visit)
            },
            .post(path + "/:mapping/remove", access) { visit in
                let kept = try await kept(visit)
                try await ImportDesk.kept(visit).remove(kept.id, by: try visit.author())
                return Reply.redirect(to: path).flashing(
                    Text(
                        zh: "已删除映射“\(kept.name)”，可在“已删除”中恢复。",
                        en: "The mapping “\(kept.name)” is deleted. It can be put back under Deleted."))
            },
        ]
    }

    private static func kept(_ visit: Visit) async throws -> KeptMapping {
        try await ImportDesk.kept(visit).find(try visit.number("mapping"))
    }

    private static func shipped(_ visit: Visit) throws -> Mapping {
        guard let mapping = ShippedMappings.named(visit["name"]) else { throw MappingProblem.missing(visit["name"]) }
        return mapping
    }

    /// The mapping as the editor has it, with columns that were added by name.
    private static func sent(_ visit: Visit) async throws -> (KeptMapping, MappingReading) {
        let kept = try await kept(visit)
        let added = visit.form.text("heading_new")
        let known = visit.form.all("heading")
        let headings = known + (added.isEmpty || known.contains(added) ? [] : [added])
        let form = MappingForm(look: FileLook(headings: headings), base: kept.mapping)
        return (kept, try await MappingReading.make(form, form.mapping(from: visit.form), visit))
    }

    private static func save(_ visit: Visit) async throws -> Reply {
        let (kept, sent) = try await sent(visit)
        let author = try visit.author()
        let result = try await FormTrouble.catching {
            try sent.form.check(sent.mapping)
            return try await ImportDesk.kept(visit).update(
                kept.id, to: sent.mapping, revision: visit.form.int("revision").map(Int64.init), by: author)
        }
        switch result {
        case .success:
            return Reply.redirect(to: path + "/\(kept.id)").flashing(
                Text(zh: "已保存映射“\(kept.name)”。", en: "The mapping “\(kept.name)” is saved."))
        case .failure(let trouble):
            var reading = sent
            reading.trouble = trouble
            return .page(try await page(kept, reading, visit), status: trouble.status)
        }
    }

    private static func rename(_ visit: Visit) async throws -> Reply {
        let kept = try await kept(visit)
        let author = try visit.author()
        let name = visit.form.text("name")
        let result = try await FormTrouble.catching {
            try await ImportDesk.kept(visit).rename(kept.id, to: name, by: author)
        }
        switch result {
        case .success: return Reply.redirect(to: path + "/\(kept.id)").flashing(Text(zh: "已改名。", en: "Renamed."))
        case .failure(let trouble):
            let form = MappingForm(look: FileLook(headings: kept.knownHeadings), base: kept.mapping)
            var reading = try await MappingReading.make(form, kept.mapping, visit)
            reading.trouble = trouble
            return .page(try await page(kept, reading, visit), status: trouble.status)
        }
    }

    private static func copy(_ mapping: Mapping, _ headings: [String], _ visit: Visit) async throws -> Reply {
        let store = ImportDesk.kept(visit)
        var copy = mapping
        copy.name = try await store.freeName(like: mapping.name)
        let kept = try await store.add(copy, headings: headings, from: mapping.name, by: try visit.author())
        return Reply.redirect(to: path + "/\(kept.id)").flashing(
            Text(zh: "已复制为“\(kept.name)”。", en: "Copied as “\(kept.name)”."))
    }

    private static func file(_ mapping: Mapping) throws -> Reply {
        let bytes = Array(try mapping.json())
        return .download(mapping.name + ".json", type: "application/json") { try await $0.write(bytes) }
    }

    /// A mapping file that was sent in. Problems: those of mapping files, `mapping.name_taken`.
    private static func received(_ visit: Visit) async throws -> KeptMapping {
        let bytes = try await visit.request.body.collect(upTo: largestFile)
        let mapping = try Mapping(json: Data(bytes), file: visit.query.text("name"))
        return try await ImportDesk.kept(visit).add(mapping, by: try visit.author())
    }

    private static func page(_ kept: KeptMapping, _ reading: MappingReading, _ visit: Visit) async throws -> Page {
        let history = try await ImportDesk.kept(visit).history(of: kept.id)
        return KeptMappingPart(kept: kept, reading: reading, history: history).page
    }
}
