import Kernel
import Planning

/// What pasted values would do before anything is kept: how many are new, which are changed, and which lines are left out and why.
struct MacroPastePreview {
    let paste: MacroPaste
    let difference: MacroSeriesStore.Difference

    /// So many lines are listed; how many there are is said.
    private static let listed = 50

    var keepable: Int { paste.points.count }

    var html: HTML {
        card(Text(zh: "检查结果", en: "What would be kept")) {
            notice(paste.troubles.isEmpty ? .success : .warning, summary)
            if paste.hasMoreColumns {
                p(.class("quiet")) {
                    Text(zh: "只读取了前两列，其余列被忽略。", en: "The first two columns are read, the others are not.")
                }
            }
            if !paste.points.isEmpty { values }
            if !difference.changed.isEmpty { changes }
            if !paste.troubles.isEmpty { troubles }
        }
    }

    private var summary: Text {
        let (lines, bad, added) = (paste.lineCount, paste.troubles.count, difference.added)
        let (changed, same) = (difference.changed.count, difference.same)
        return Text(
            zh: "共 \(lines) 行：可保存 \(keepable) 个数值（新增 \(added)，更新 \(changed)，与现有相同 \(same)），\(bad) 行有问题。",
            en:
                "\(lines) lines: \(keepable) values can be kept (\(added) new, \(changed) changed, \(same) as they are), \(bad) lines have a problem."
        )
    }

    func kept(_ name: String) -> Text {
        let (bad, added, changed) = (paste.troubles.count, difference.added, difference.changed.count)
        return Text(
            zh: "“\(name)”已保存：新增 \(added) 个，更新 \(changed) 个\(bad > 0 ? "，跳过 \(bad) 行" : "")。",
            en: "\(name): \(added) values added, \(changed) changed\(bad > 0 ? ", \(bad) lines left out" : "").")
    }

    /// The first and the last, so that one sees whether days and columns were understood.
    private var values: HTML {
        let points = paste.points
        let ends = points.count > 8 ? Array(points.prefix(4) + points.suffix(4)) : points
        return HTML {
            p(.class("quiet small")) {
                points.count > 8
                    ? Text(zh: "最早与最近各 4 个：", en: "The first and the last four:") : Text(zh: "读到的数值：", en: "As read:")
            }
            DataTable<MacroSeries.Point>(
                Text(zh: "读到的数值", en: "As read"), rows: ends,
                columns: [
                    .init(Text(zh: "日期", en: "Day")) { HTML(verbatim: $0.day.description) },
                    .init(Text(zh: "数值", en: "Value"), figure: true) { HTML(verbatim: Self.plain($0.value)) },
                ]
            ).html
        }
    }

    private struct Change: Sendable {
        let day: Day
        let old: Double
        let new: Double
    }

    private var changes: HTML {
        let rows = difference.changed.prefix(Self.listed).map { Change(day: $0.day, old: $0.old, new: $0.new) }
        return HTML {
            more(difference.changed.count, Text(zh: "将更新的数值", en: "Values that change"))
            DataTable<Change>(
                Text(zh: "将更新的数值", en: "Values that change"), rows: rows,
                columns: [
                    .init(Text(zh: "日期", en: "Day")) { HTML(verbatim: $0.day.description) },
                    .init(Text(zh: "原值", en: "Before"), figure: true) { HTML(verbatim: Self.plain($0.old)) },
                    .init(Text(zh: "新值", en: "Now"), figure: true) { HTML(verbatim: Self.plain($0.new)) },
                ]
            ).html
        }
    }

    private var troubles: HTML {
        HTML {
            more(paste.troubles.count, Text(zh: "不会保存的行", en: "Lines that are left out"))
            DataTable<MacroPaste.Trouble>(
                Text(zh: "不会保存的行", en: "Lines that are left out"), rows: Array(paste.troubles.prefix(Self.listed)),
                columns: [
                    .init(Text(zh: "行", en: "Line"), figure: true) { HTML(verbatim: String($0.line)) },
                    .init(Text(zh: "内容", en: "Text")) { HTML(verbatim: String($0.text.prefix(80))) },
                    .init(Text(zh: "原因", en: "Why")) { HTML($0.reason) },
                ]
            ).html
        }
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    private func more(_ count: Int, _ name: Text) -> HTML {
        h3 {
            name
            count > Self.listed
                ? Text(zh: "（共 \(count) 行，先列出 \(Self.listed) 行）", en: " (the first \(Self.listed) of \(count))")
                : Text(verbatim: " (\(count))")
        }
    }
}
