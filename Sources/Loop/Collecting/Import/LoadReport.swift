package import Foundation
package import Kernel

/// What an import did, or on a trial run would do.
package struct LoadReport: Sendable {
    package let file: String
    package let target: ImportTarget
    package let mapping: String
    package var counts: LoadCounts
    /// The number of the load; `nil` where nothing was changed.
    package var loadID: Int64?
    /// Entries made up for codes that no table knew.
    package var stubs: [Reference: Int64]
    /// How many rows were quarantined for what, the most frequent first.
    package var reasons: [ReasonCount]
    /// The quarantined rows with their reasons, to be mended and imported again.
    package var quarantine: URL?
    /// What else should be known: amounts rounded, merged cells filled, the file loaded before.
    package var notices: [Text]
    package var isTrial: Bool
    /// The same file, with the same mapping, had been loaded before and nothing was read.
    package var wasLoadedBefore: Bool
    package var elapsed: Duration
    /// The first and the last day on which rows were added, changed, or moved to another day; for what is computed from them.
    package var firstDay: Day?
    package var lastDay: Day?
    /// The file's headings; empty where the file was not read.
    package var headings: [String] = []

    package struct ReasonCount: Sendable, Hashable, Codable {
        /// The file's column, empty where the row as a whole is meant.
        package let column: String
        package let reason: RejectReason
        package let rows: Int64
        /// The first few row numbers.
        package let examples: [Int64]

        package var text: Text {
            let place = column.isEmpty ? Text(verbatim: "") : Text(zh: "列“\(column)”：", en: "column “\(column)”: ")
            return place + reason.text
        }
    }

    /// One line for the terminal, the log and the job page.
    package var summary: Text {
        if wasLoadedBefore {
            return Text(
                zh: "文件“\(file)”此前已导入（批次 \(loadID ?? 0)），内容相同，未做任何改动。",
                en: "“\(file)” was loaded before (load \(loadID ?? 0)); nothing was changed.")
        }
        let c = counts
        let verb = isTrial ? Text(zh: "试导入", en: "Trial of") : Text(zh: "已导入", en: "Imported")
        return verb
            + Text(
                zh:
                    "“\(file)”：共 \(c.read) 行，新增 \(c.inserted)，更新 \(c.updated)，未变 \(c.unchanged + c.kept)，隔离 \(c.quarantined)。",
                en:
                    " “\(file)”: \(c.read) rows, \(c.inserted) new, \(c.updated) updated, \(c.unchanged + c.kept) unchanged, \(c.quarantined) quarantined."
            )
    }
}
