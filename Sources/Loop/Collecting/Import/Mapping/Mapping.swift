package import Foundation
import Kernel

/// How the columns of a file fill one of the canonical tables: kept, shown, edited and used again.
/// Written as JSON; `version` tells how to read it when the form changes.
package struct Mapping: Sendable, Hashable, Codable {
    package static let currentVersion = 1

    package var version: Int
    package var name: String
    package var target: ImportTarget
    /// Where each field comes from. Fields that are not named stay empty or take their stated default.
    package var bindings: [Binding]
    /// The zone of times that carry none; `nil` is the company's own.
    package var zone: String?
    /// The currency of amounts; `nil` is the company's own.
    package var currency: String?
    package var decimalMark: DecimalMark
    /// What becomes of codes that no table knows yet.
    package var unknown: [Reference: UnknownPolicy]
    /// What becomes of rows whose key is there already with other contents.
    package var existing: ExistingPolicy

    package init(
        name: String, target: ImportTarget, bindings: [Binding], zone: String? = nil, currency: String? = nil,
        decimalMark: DecimalMark = .point, unknown: [Reference: UnknownPolicy] = [:], existing: ExistingPolicy = .update
    ) {
        version = Mapping.currentVersion
        self.name = name
        self.target = target
        self.bindings = bindings
        self.zone = zone
        self.currency = currency
        self.decimalMark = decimalMark
        self.unknown = unknown
        self.existing = existing
    }

    package func binding(of field: String) -> Binding? { bindings.first { $0.field == field } }
    package func policy(_ reference: Reference) -> UnknownPolicy { unknown[reference] ?? reference.usualPolicy }
}

extension Mapping {
    private enum CodingKeys: String, CodingKey {
        case version, name, target, bindings, zone, currency, decimalMark, unknown, existing
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        version = try box.decode(Int.self, forKey: .version)
        name = try box.decode(String.self, forKey: .name)
        target = try box.decode(ImportTarget.self, forKey: .target)
        bindings = try box.decode([Binding].self, forKey: .bindings)
        zone = try box.decodeIfPresent(String.self, forKey: .zone)
        currency = try box.decodeIfPresent(String.self, forKey: .currency)
        decimalMark = try box.decodeIfPresent(DecimalMark.self, forKey: .decimalMark) ?? .point
        unknown = try box.decodeIfPresent([Reference: UnknownPolicy].self, forKey: .unknown) ?? [:]
        existing = try box.decodeIfPresent(ExistingPolicy.self, forKey: .existing) ?? .update
    }

    /// Reads a mapping file. Problems: `import.mapping_unreadable`, `import.mapping_newer`.
    package init(json data: Data, file: String) throws {
        do {
            self = try JSONDecoder().decode(Mapping.self, from: data)
        } catch {
            throw ImportProblem.mappingUnreadable(file: file, why: "\(error)")
        }
        if version > Mapping.currentVersion { throw ImportProblem.mappingNewer(file: file, version: version) }
    }

    /// Sorted keys, one to a line: reads well in a diff.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// The same on one line.
    package func compactJSON() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

package enum DecimalMark: String, Sendable, Codable, CaseIterable { case point, comma }

/// What becomes of a code that no table knows yet: make an entry with only the code, or quarantine the row.
package enum UnknownPolicy: String, Sendable, Codable, CaseIterable { case stub, quarantine }

/// What becomes of a row whose key is already there with other contents.
package enum ExistingPolicy: String, Sendable, Codable, CaseIterable { case update, keep }
