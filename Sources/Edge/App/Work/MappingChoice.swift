import Collecting
import Foundation
import Kernel
import Store

/// Finds the mapping for a file: the one named, else what was last used for its headings or suits them, else the best guess.
struct MappingChoice {
    let importer: Importer
    let kept: KeptMappingStore
    let target: ImportTarget

    struct Found {
        let mapping: Mapping
        /// What to tell of a mapping that nobody named.
        let note: Text?
    }

    /// - Parameter named: a kept mapping's name, a shipped one's, or a mapping file's path.
    func mapping(named: String?, for file: URL, path: (String) -> String) async throws -> Found {
        if let named { return Found(mapping: try checked(try await Self.read(named, kept, path)), note: nil) }
        let preview = try await importer.inspect(file, into: target)
        if let offer = try await kept.offers(for: preview.headings, into: target).preferred, offer.fits {
            return Found(mapping: offer.mapping, note: Self.note(offer, preview.file))
        }
        guard let guess = preview.mapping else {
            throw ImportProblem.nothingRecognised(file: preview.file, target: target.name, columns: preview.headings)
        }
        return Found(mapping: guess, note: nil)
    }

    /// Kept ones come first, then shipped ones, then files: `./订单` is always a file.
    static func read(_ named: String, _ kept: KeptMappingStore, _ path: (String) -> String) async throws -> Mapping {
        if let found = try await kept.named(named) { return found.mapping }
        if let shipped = ShippedMappings.named(named) { return shipped }
        let file = path(named)
        guard FileManager.default.fileExists(atPath: file) else {
            let names = try await kept.all().map(\.name) + ShippedMappings.all.map(\.name)
            throw ImportProblem.mappingMissing(named, known: names)
        }
        return try Mapping(json: Data(contentsOf: URL(fileURLWithPath: file)), file: named)
    }

    private func checked(_ mapping: Mapping) throws -> Mapping {
        guard mapping.target == target else {
            throw ImportProblem.targetDiffers(mapping: mapping.target.rawValue, asked: target.rawValue)
        }
        return mapping
    }

    private static func note(_ offer: MappingOffer, _ file: String) -> Text {
        let name = offer.mapping.name
        return switch offer.origin {
        case .kept(_, isLast: true):
            Text(
                zh: "“\(file)”沿用上次用于相同表头的映射“\(name)”。",
                en: "“\(file)” is read with the mapping “\(name)”, last used for the same headings.")
        case .kept, .shipped:
            Text(
                zh: "“\(file)”的表头与映射“\(name)”相符，按该映射读取。",
                en: "“\(file)” has the headings of the mapping “\(name)” and is read with it.")
        case .lastUsed:
            Text(zh: "“\(file)”沿用上次用于相同表头的对应关系。", en: "“\(file)” is read as the last file with the same headings was.")
        }
    }
}
