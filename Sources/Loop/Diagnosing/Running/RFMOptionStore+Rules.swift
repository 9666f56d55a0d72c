package import GRDB
import Kernel
package import Store

/// The rules of the tiers as the company sets them (CU-02). Each change is a version in the audit log; the next scoring
/// uses it, and every run that is done keeps the rules it was counted with.
extension RFMOptionStore {
    private static let action = "tier.rules"

    /// The kept scheme. Problem: `rfm.scheme_missing`.
    package func scheme(_ id: String, _ db: Database) throws -> TierScheme {
        guard let scheme = try options(db).schemes.first(where: { $0.id == id }) else {
            throw RFMProblem.schemeMissing(id)
        }
        return scheme
    }

    /// Puts other rules in place of a scheme's. Rules that are there already make no version.
    ///
    /// - Parameter version: the one the author had before her.
    /// Problems: those of `TierScheme.check`, `rfm.scheme_missing`, `rfm.rules_changed_meanwhile`.
    @discardableResult
    package func keep(
        rules: [TierRule], of id: String, over version: Int, _ db: Database, by author: Author
    ) throws -> TierScheme {
        let old = try scheme(id, db)
        try old.with(rules: rules, version: old.version).check()
        guard old.version == version else { throw RFMProblem.rulesChangedMeanwhile(scheme: old.name) }
        guard old.rules != rules else { return old }
        let new = old.with(rules: rules, version: version + 1)
        var options = try options(db)
        options.schemes = options.schemes.map { $0.id == id ? new : $0 }
        try keep(options, db, by: author)
        let detail = [
            "version": String(new.version), "from": old.rules.notation, "to": rules.notation,
            "cells": String(old.moves(to: new).reduce(0) { $0 + $1.cells }),
        ]
        try audit.append(db, author: author, action: Self.action, subject: Self.subject(id), detail: detail)
        return new
    }

    /// Who changed the rules of a scheme, when and how; the newest first.
    package func rulesHistory(of id: String, _ db: Database, count: Int = 200) throws -> [TierRulesChange] {
        try audit.entries(db, subject: Self.subject(id), limit: count).compactMap { entry in
            let detail = try StoredJSON.decode([String: String].self, entry.detail)
            guard let version = detail["version"].flatMap({ Int($0) }),
                let before = detail["from"].flatMap([TierRule].init(notation:)),
                let rules = detail["to"].flatMap([TierRule].init(notation:))
            else { return nil }
            return TierRulesChange(
                version: version, at: Instant(iso8601: entry.at), author: entry.author, before: before, rules: rules)
        }
    }

    /// The rules of an earlier version; `nil` where there is none of that number.
    package func rules(of id: String, version: Int, _ db: Database) throws -> [TierRule]? {
        if version == 1 { return TierScheme.builtIn.first { $0.id == id }?.rules }
        return try rulesHistory(of: id, db).first { $0.version == version }?.rules
    }

    private static func subject(_ id: String) -> String { "tiers:\(id)" }
}
