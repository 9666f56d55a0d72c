package import Kernel

/// An adjustment as it was when it ended: what it said, how it got there, who approved it. Kept as it is (AR-01).
package struct ArchiveCase: Sendable, Hashable, Codable {
    package struct Step: Sendable, Hashable, Codable {
        package let version: Int64
        package let action: String
        package let author: String
        package let at: String
        package let reason: String?
        /// Fields that it changed.
        package let fields: [Text]
    }
    package struct Approval: Sendable, Hashable, Codable {
        package let version: Int64
        package let state: Text
        /// Who decided what, in order: `陈总 · 同意 · 预算可控`.
        package let decisions: [Text]
    }
    package struct File: Sendable, Hashable, Codable {
        package let name: String
        /// SHA-256 of the content that lies in the data folder.
        package let hash: String
    }

    package let code: String
    package let number: Int64
    package let title: String
    package let facts: [HandbookContent.Fact]
    package let steps: [Step]
    package let approvals: [Approval]
    package let files: [File]
    package let comments: [String]
    package let traits: CaseTraits
    package let region: String?
    /// Day on which it ended.
    package let closedOn: Day
}
