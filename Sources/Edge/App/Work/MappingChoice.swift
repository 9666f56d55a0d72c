import Collecting
import Foundation
import Kernel

/// Finds the mapping for a file: the one named, else a shipped one whose columns the file has, else the best guess.
struct MappingChoice {
    let importer: Importer
    let target: ImportTarget

    /// - Parameter named: a mapping file's path, or the name of a shipped mapping.
    func mapping(named: String?, for file: URL, path: (String) -> String) async throws -> Mapping {
        if let named { return try checked(try read(named, path)) }
        let preview = try await importer.inspect(file, into: target)
        let shipped = ShippedMappings.all.first { mapping in
            mapping.target == target && mapping.bindings.allSatisfy { $0.column.map(preview.headings.contains) ?? true }
        }
        guard let found = shipped ?? preview.mapping else {
            throw ImportProblem.nothingRecognised(file: preview.file, target: target.name, columns: preview.headings)
        }
        return found
    }

    private func read(_ named: String, _ path: (String) -> String) throws -> Mapping {
        let file = path(named)
        if FileManager.default.fileExists(atPath: file) {
            return try Mapping(json: Data(contentsOf: URL(fileURLWithPath: file)), file: named)
        }
        guard let shipped = ShippedMappings.named(named) else {
            throw ImportProblem.mappingMissing(named, known: ShippedMappings.all.map(\.name))
        }
        return shipped
    }

    private func checked(_ mapping: Mapping) throws -> Mapping {
        guard mapping.target == target else {
            throw ImportProblem.targetDiffers(mapping: mapping.target.rawValue, asked: target.rawValue)
        }
        return mapping
    }
}
