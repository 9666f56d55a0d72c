package import Kernel

/// Why pasted values cannot be kept, and what to do (M-02).
package enum MacroProblem: Problem, Hashable {
    case nothingPasted
    case tooMuchPasted(lines: Int, most: Int)
    case noName
    /// No line can be kept.
    case nothingToKeep

    package var code: String {
        switch self {
        case .nothingPasted: "macro.nothing_pasted"
        case .tooMuchPasted: "macro.too_much_pasted"
        case .noName: "macro.no_name"
        case .nothingToKeep: "macro.nothing_to_keep"
        }
    }
    package var kind: ProblemKind { .invalid }

    package var text: Text {
        switch self {
        case .nothingPasted:
            Text(
                zh: "没有粘贴任何内容：请在表格中选中“日期”和“数值”两列，复制后粘贴到框里。",
                en: "Nothing was pasted: copy the columns of days and values in your spreadsheet and paste them here.")
        case .tooMuchPasted(let lines, let most):
            Text(
                zh: "粘贴了 \(lines) 行，一次最多 \(most) 行，什么都没有保存。请分几次粘贴，或用“导入数据”上传文件。",
                en:
                    "\(lines) lines were pasted; \(most) is the most at once, and nothing was kept. Paste in parts, or import a file."
            )
        case .noName:
            Text(zh: "请填写指标名称，例如“社会消费品零售总额同比”。", en: "Name the series, such as Retail sales growth.")
        case .nothingToKeep:
            Text(
                zh: "没有一行可以保存，请按下面每一行的说明更正。",
                en: "Not one line can be kept: see what is wrong with each below.")
        }
    }
}
