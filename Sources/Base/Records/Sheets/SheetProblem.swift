package import Kernel

/// Why a whole sheet of records is not taken. What is wrong with single rows is said row by row instead.
package enum SheetProblem: Problem, Hashable {
    case empty
    case tooManyRows(had: Int)
    /// None of the headings is one of the type; `known` are some that are.
    case headingsUnknown(type: Text, known: [Text])
    case headingTwice(String)
    /// The content does not stand under its headings; `example` is a cell that shows it.
    case shifted(by: Int, row: Int, heading: String, example: String)
    case alreadyTaken
    /// A cell that a workbook cannot hold.
    case notForWorkbook(code: String, field: Text)

    package var code: String {
        switch self {
        case .empty: "sheet.empty"
        case .tooManyRows: "sheet.too_many_rows"
        case .headingsUnknown: "sheet.headings_unknown"
        case .headingTwice: "sheet.heading_twice"
        case .shifted: "sheet.shifted"
        case .alreadyTaken: "sheet.already_taken"
        case .notForWorkbook: "sheet.not_for_workbook"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .tooManyRows: .tooLarge
        case .alreadyTaken: .conflict
        default: .invalid
        }
    }

    package var place: ProblemPlace? {
        if case .shifted(_, let row, let heading, _) = self { ProblemPlace(row: row, field: heading) } else { nil }
    }

    package var text: Text {
        switch self {
        case .empty:
            Text(zh: "没有可导入的内容：表头之下至少要有一行。", en: "There is nothing to import: put at least one row under the headings.")
        case .tooManyRows(let had):
            Text(
                zh: "一次最多导入 \(RecordGrid.most) 行，现有 \(had) 行。请拆分后分次导入；本次未写入任何内容。",
                en:
                    "At most \(RecordGrid.most) rows at a time; there are \(had). Split them and import the parts. Nothing was written."
            )
        case .headingsUnknown(let type, let known):
            Text(
                zh: "第一行不是“\(type.zh)”的表头。请保留表头，例如：\(known.map(\.zh).joined(separator: "、"))。也可先导出一份作为模板。",
                en:
                    "The first row has no headings of “\(type.en)”. Keep the heading row, such as: \(known.map(\.en).joined(separator: ", ")). An export serves as a template."
            )
        case .headingTwice(let heading):
            Text(
                zh: "表头“\(heading)”出现了两次，请只保留一列。",
                en: "The heading “\(heading)” stands there twice. Keep one of the columns.")
        case .shifted(let by, let row, let heading, let example):
            Text(
                zh:
                    "内容与表头错位：整体\(by > 0 ? "右" : "左")移了 \(abs(by)) 列，例如第 \(row) 行“\(heading)”列下是“\(example)”。请把内容移回对应表头之下再导入；未写入任何内容。",
                en:
                    "The content does not stand under its headings: it is \(abs(by)) column\(abs(by) == 1 ? "" : "s") too far to the \(by > 0 ? "right" : "left"). In row \(row), for example, “\(example)” stands under “\(heading)”. Move it back and import again; nothing was written."
            )
        case .alreadyTaken:
            Text(zh: "这份文件已经写入过，不会重复写入。", en: "This file has been written already; it is not written twice.")
        case .notForWorkbook(let code, let field):
            Text(
                zh: "\(code) 的“\(field.zh)”含有 XLSX 存不下的内容（超过 32,767 个字符或控制字符）。请改用 CSV 导出。",
                en:
                    "“\(field.en)” of \(code) cannot stand in an XLSX cell (over 32,767 characters, or control characters). Export as CSV instead."
            )
        }
    }
}
