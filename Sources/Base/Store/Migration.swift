import GRDB

/// One step of the tables' history. A step that has landed is never edited: the next change is a new step.
struct Migration: Sendable {
    /// `001-settings`; steps run in the order of `all`.
    let name: String
    /// Plain SQL; no type of the program takes part, so that old steps keep their meaning.
    let sql: String

    static let all: [Migration] = [
        settings, audit, accounts, jobs, schedule, targets, importMappings, records, approvals, recordFiles,
        alignmentSessions, budgetRoutes, baselines, calendarFeeds, planChangeSets, riskReadings,
        approvalBodies, handbook, archive, archiveIndex, lineSpend, searchPairs, jointPoolRoutes,
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in all {
            migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
        }
        return migrator
    }
}
