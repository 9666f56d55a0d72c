/// What an import job is asked to do; kept with the job.
package struct ImportOrder: Sendable, Hashable, Codable {
    /// The kind of job that carries it out.
    package static let job = "import"

    package var upload: String
    package var name: String
    /// Who sent the file: she and administrators see what became of it.
    package var account: Int64
    package var mapping: Mapping
    package var isTrial: Bool
    /// The sheet of a workbook that has several.
    package var sheet: String?

    package init(_ upload: Upload, mapping: Mapping, isTrial: Bool, sheet: String? = nil) {
        self.sheet = sheet
        self.upload = upload.id
        name = upload.name
        account = upload.account
        self.mapping = mapping
        self.isTrial = isTrial
    }
}
