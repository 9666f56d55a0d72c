import Foundation

/// What is said about a new account. Checked where it is written.
package struct AccountDraft: Sendable, Hashable {
    package var name: String
    package var roles: Set<Role>
    package var regions: Set<String>
    package var dealers: Set<String>

    package init(name: String, roles: Set<Role>, regions: Set<String> = [], dealers: Set<String> = []) {
        self.name = name
        self.roles = roles
        self.regions = regions
        self.dealers = dealers
    }

    /// Names that look alike are one name: letter case and full-width forms do not tell accounts apart.
    static func key(_ name: String) -> String { name.precomposedStringWithCompatibilityMapping.lowercased() }

    func check() throws {
        let fits =
            (2...64).contains(name.count) && name.first?.isWhitespace == false && name.last?.isWhitespace == false
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == ":" }
        if !fits { throw AccessProblem.nameUnfit }
        if roles.isEmpty { throw AccessProblem.noRole }
        if roles.contains(.regionManager), regions.isEmpty { throw AccessProblem.noRegion }
        if roles.contains(.dealer), dealers.isEmpty { throw AccessProblem.noDealer }
    }
}
