package import Kernel

/// How a mapping reads the first rows of a file: what an import would make of them, without importing.
package struct Rehearsal: Sendable {
    /// A cell as it stands in the file, and what becomes of it.
    package struct Cell: Sendable, Hashable {
        package let raw: String?
        package let value: ReadValue?
        package let trouble: RejectReason?
    }

    /// By field, one cell for each row tried.
    package let cells: [String: [Cell]]
    /// The numbers of the rows in the file.
    package let rowNumbers: [Int64]
    /// Codes of the first rows that no table knows, by reference.
    package let unknownCodes: [Reference: [String]]
    /// What keeps the mapping from being tried at all.
    package let problem: Text?

    package static let none = Rehearsal(cells: [:], rowNumbers: [], unknownCodes: [:], problem: nil)

    /// Rows in which some field could not be read, with the field and the reason.
    package var troubles: [(row: Int64, field: String, reason: RejectReason)] {
        rowNumbers.indices.flatMap { index in
            cells.keys.sorted().compactMap { field in
                guard let reason = cells[field]?[index].trouble else { return nil }
                return (rowNumbers[index], field, reason)
            }
        }
    }
}
