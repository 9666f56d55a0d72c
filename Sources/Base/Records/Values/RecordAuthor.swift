import Kernel
package import Store

/// Who reads or writes records, and what she may do. The one place where rights to records and their fields are asked.
package struct RecordAuthor: Sendable {
    package let author: Author
    /// `nil`: the program itself or the machine's operator, who may do everything.
    package let account: Account?
    private let allows: @Sendable (Action, Resource) -> Bool

    /// `allows` narrows what the account may do, such as a token's scopes.
    package init(_ account: Account, author: Author? = nil, allows: (@Sendable (Action, Resource) -> Bool)? = nil) {
        self.account = account
        self.author = author ?? account.author
        self.allows = allows ?? { account.allows($0, $1) }
    }

    private init(_ author: Author) {
        self.author = author
        account = nil
        allows = { _, _ in true }
    }

    package static let system = RecordAuthor(.system)
    package static let commandLine = RecordAuthor(.commandLine)

    package func may(_ action: Action, _ type: RecordType) -> Bool { allows(action, type.resource) }
    package func may(_ action: Action, _ type: RecordType, _ field: RecordField) -> Bool {
        may(action, type) && field.resource.map { allows(action, $0) } ?? true
    }

    /// Problem: `access.forbidden`.
    func require(_ action: Action, _ type: RecordType) throws {
        if !may(action, type) { throw AccessProblem.forbidden(action, type.resource) }
    }

    /// The regions that she may see and name in this type; `nil`: all.
    package func regions(_ type: RecordType) -> Set<String>? {
        guard let account, type.regionField != nil, case .only(let regions, _) = account.scope(.view, type.resource)
        else { return nil }
        return regions
    }

    /// Whether this record lies within her rows. What belongs to no region is everybody's.
    func reaches(_ record: Record) -> Bool { reaches(record.type, record.values) }

    func reaches(_ type: RecordType, _ values: RecordValues) -> Bool {
        guard let regions = regions(type), let field = type.regionField, case .text(let region) = values[field] else {
            return true
        }
        return regions.contains(region)
    }

    /// The record without the values that she may not see.
    func shown(_ record: Record) -> Record {
        let hidden = record.type.fields.filter { !may(.view, record.type, $0) }
        return hidden.isEmpty ? record : record.replacing { values in for field in hidden { values[field.id] = nil } }
    }
}

extension RecordType {
    var regionField: String? { fields.first { $0.kind == .region }?.id }
}

extension Record {
    func replacing(_ change: (inout RecordValues) -> Void) -> Record {
        var values = values
        change(&values)
        return Record(
            id: id, type: type, number: number, version: version, state: state, values: values, createdAt: createdAt,
            createdBy: createdBy, changedAt: changedAt, changedBy: changedBy, archivedAt: archivedAt)
    }
}
