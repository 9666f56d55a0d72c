import Foundation

extension UploadShelf {
    /// What the file of an upload holds, read once and kept beside it; of a workbook, once for each sheet.
    /// - Parameter sheet: `nil` for the first sheet that holds anything.
    package func look(at upload: Upload, sheet: String?, with importer: Importer) async throws -> FileLook {
        let place = lookPlace(upload.id, sheet)
        if FileManager.default.fileExists(atPath: place.path) {
            return try JSONDecoder().decode(FileLook.self, from: Data(contentsOf: place))
        }
        var importer = importer
        importer.sheet = sheet
        let look = try await importer.look(file(of: upload), named: upload.name)
        try guarding { try JSONEncoder().encode(look).write(to: place, options: .atomic) }
        return look
    }
}
