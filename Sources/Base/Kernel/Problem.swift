/// Something that went wrong and that the reader can mend. Anything else that is thrown is our own fault:
/// it is logged once with an id, and the reader sees that id.
///
/// Each target has one enum (or a few small ones) conforming to this. Web maps `kind` to a status, App to an exit code.
package protocol Problem: Error, Sendable {
    /// Stable and searchable: `import.missing_column`.
    var code: String { get }
    var kind: ProblemKind { get }
    /// Where in the input it lies, if it lies in an input.
    var place: ProblemPlace? { get }
    /// Names the thing, and what to do about it, in both languages.
    var text: Text { get }
}

extension Problem {
    package var place: ProblemPlace? { nil }
}

package enum ProblemKind: String, Sendable, CaseIterable {
    /// The input is wrong (HTTP 422, exit 65).
    case invalid
    /// What was asked for is not there (404, exit 66).
    case missing
    /// Somebody or something else was first (409, exit 75).
    case conflict
    /// The reader has no right to do it (403, exit 77).
    case forbidden
    /// The reader has not said who she is (401, exit 77).
    case unauthenticated
    /// Too many tries (429, exit 75).
    case limited
    /// The input is larger than what is taken (413, exit 65).
    case tooLarge
    /// Something it needs is missing, full or not answering (503, exit 69).
    case unavailable
}

package struct ProblemPlace: Sendable, Hashable {
    package var file: String?
    package var row: Int?
    package var field: String?

    package init(file: String? = nil, row: Int? = nil, field: String? = nil) {
        self.file = file
        self.row = row
        self.field = field
    }
}
