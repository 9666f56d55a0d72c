import Collecting
import Kernel

/// An upload as it is being mapped: which sheet, which table, which mapping to begin with, and what else could be chosen.
struct ImportView: Sendable {
    let upload: Upload
    let look: FileLook
    let preview: Preview
    let offers: MappingOffers
    /// The mapping begun with; `nil` where the headings are only guessed from.
    let origin: MappingOffer?
    /// By what the beginning is called in addresses: an offer's key, `guess`, `job:7`.
    let key: String
    let form: MappingForm?

    static let guess = "guess"

    /// Problems: `upload.missing`, `import.sheet_missing`, and what is wrong with the file.
    static func make(_ visit: Visit, _ values: FieldValues) async throws -> ImportView {
        let upload = try ImportDesk.upload(visit)
        let sheet = values.text("sheet")
        let look = try await ImportDesk.look(upload, sheet: sheet.isEmpty ? nil : sheet, visit)
        let asked = ImportTarget(rawValue: values.text("target"))
        let preview = Preview(look, into: asked)
        let offers = try await ImportDesk.kept(visit).offers(for: look.headings, into: asked)
        let wish = values.text("mapping")
        if let form = try await earlierOrder(wish, look, visit) {
            return ImportView(
                upload: upload, look: look, preview: preview, offers: offers, origin: nil, key: wish, form: form)
        }
        let origin = wish == guess ? nil : offers.chosen(wish) ?? offers.preferred
        let form =
            origin.map { MappingForm(look: look, base: $0.mapping) }
            ?? preview.mapping.map { MappingForm(look: look, base: $0, guesses: preview.guesses) }
        return ImportView(
            upload: upload, look: look, preview: preview, offers: offers, origin: origin, key: origin?.key ?? guess,
            form: form)
    }

    /// The mapping of an import that was tried before: `job:7`.
    private static func earlierOrder(_ key: String, _ look: FileLook, _ visit: Visit) async throws -> MappingForm? {
        guard key.hasPrefix("job:"), let number = Int64(key.dropFirst(4)) else { return nil }
        return MappingForm(look: look, base: try await ImportDesk.job(number, visit).order.mapping)
    }

    /// The kept mapping that is being edited.
    var kept: KeptMapping? {
        if case .kept(let kept, _) = origin?.origin { kept } else { nil }
    }

    var path: String { ImportPages.path + "/uploads/" + upload.id }

    /// This page again, begun with another mapping.
    func address(mapping key: String, target: ImportTarget) -> String {
        var query = FieldValues([("target", target.rawValue), ("mapping", key)])
        if let sheet = look.sheet { query["sheet"] = sheet }
        return path + "?" + query.encoded
    }
}
