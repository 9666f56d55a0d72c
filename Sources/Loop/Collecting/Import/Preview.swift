package import Kernel

/// What a file holds and how it would be read, before anything is written.
package struct Preview: Sendable {
    package let look: FileLook
    /// The best guess; `nil` where no table fits the headings.
    package let mapping: Mapping?
    /// How sure each guess is, by column.
    package let guesses: [ColumnGuess]

    package var file: String { look.file }
    package var headings: [String] { look.headings }
    package var rows: [[String]] { look.rows }

    /// Guesses what the file is for and how its columns fill the table.
    /// - Parameter asked: the table, where somebody has said it.
    package init(_ look: FileLook, into asked: ImportTarget? = nil) {
        let guesser = MappingGuesser(headings: look.headings, rows: look.rows, isUnclear: Set(look.doubled))
        let shipped = ShippedMappings.fitting(look.headings, asked)
        let target = asked ?? shipped?.target ?? guesser.likelyTarget
        let guess = shipped.map(guesser.known) ?? target.map { guesser.guess($0, name: look.file) }
        self.look = look
        mapping = guess?.mapping
        guesses = guess?.columns ?? []
    }

    /// What the reader should look at before importing.
    package var warnings: [Text] {
        var warnings: [Text] = []
        if look.rows.isEmpty { warnings.append(ImportProblem.onlyHeadings(look.file).text) }
        if !look.doubled.isEmpty {
            warnings.append(ImportProblem.duplicateHeadings(look.file, headings: look.doubled).text)
        }
        if mapping == nil {
            warnings.append(
                Text(
                    zh: "未能从表头判断应导入哪张表，请先选择目标表。", en: "The headings do not tell which table this is for: choose one."))
        }
        if look.mergedRanges > 0 {
            warnings.append(
                Text(
                    zh: "工作表含 \(look.mergedRanges) 处合并单元格，导入时会把值填入所覆盖的每一行。",
                    en:
                        "The sheet has \(look.mergedRanges) merged ranges; their value will be taken for each row they cover."
                ))
        }
        return warnings
    }
}

/// A column of a file and the field it probably fills.
package struct ColumnGuess: Sendable, Hashable {
    package let column: String
    package let field: String?
    package let certainty: Certainty

    package enum Certainty: String, Sendable, CaseIterable {
        /// The heading is the field's name or a usual spelling of it.
        case sure
        /// The heading contains a usual spelling.
        case likely
        case none
    }
}
