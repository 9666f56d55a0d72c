package import Kernel

/// A chart: its numbers stand in a table, which screen readers, paper and browsers without scripts show, and which
/// `charts.js` draws. The page that holds one says so: `Page(…, hasCharts: true)`.
///
///     Chart(
///         .trend, Text(zh: "日收入", en: "Daily revenue"), unit: .money(.cny), labels: days.map(\.description),
///         series: [
///             Chart.Series(Text(zh: "实际", en: "Actual"), actual, as: .actual),
///             Chart.Series(Text(zh: "目标", en: "Target"), target, as: .target),
///             Chart.Series(Text(zh: "去年同期", en: "Last year"), before, as: .lastYear),
///         ]
///     ).html
package struct Chart: Sendable {
    package enum Kind: String, Sendable {
        /// Lines over time; the first series is filled.
        case trend
        /// One horizontal bar per label, the longest first as given: a breakdown by channel, region, product.
        case bars
        /// Upright bars per label, several series side by side.
        case columns
        /// Upright bars, several series on top of each other.
        case stacked
    }

    package enum Size: String, Sendable { case low, middle, high }

    package struct Series: Sendable {
        /// How the line stands out: plain, dashed for a target, pale for the year before.
        package enum Part: String, Sendable {
            case actual, target
            case lastYear = "last-year"
            case other
        }

        package var name: Text
        /// `nil` where there is no value: the line has a gap.
        package var values: [Double?]
        package var part: Part

        package init(_ name: Text, _ values: [Double?], as part: Part = .other) {
            self.name = name
            self.values = values
            self.part = part
        }
    }

    package var kind: Kind
    package var title: Text
    package var unit: ChartUnit
    package var size = Size.middle
    /// What stands under the first column of the table.
    package var labelName: Text
    package var labels: [Text]
    /// Where a click on a label or bar leads.
    package var links: [String]?
    package var series: [Series]
    /// A value that the eye compares with, such as 100 of an index: the axis frames the data and this value, instead of
    /// beginning at zero, and it is marked by a line.
    package var base: Double?

    package init(
        _ kind: Kind, _ title: Text, unit: ChartUnit, size: Size = .middle,
        labelName: Text = Text(zh: "日期", en: "Date"), labels: [Text], links: [String]? = nil, series: [Series],
        base: Double? = nil
    ) {
        self.kind = kind
        self.title = title
        self.unit = unit
        self.size = size
        self.labelName = labelName
        self.labels = labels
        self.links = links
        self.series = series
        self.base = base
    }

    package var html: HTML {
        element(
            "data-chart",
            [
                .attribute("kind", kind.rawValue), .attribute("size", size.rawValue), .attribute("unit", unit.code),
                .attribute("symbol", unit.symbol),
                .attribute("base", base.map(Figure.plainDecimal) ?? "").when(base != nil),
            ]
        ) {
            div(.class("chart-canvas"), .role("img"), .label(title)) {}
            details {
                summary { Text(zh: "查看数据", en: "Show the data") }
                table
            }
        }
    }

    private var table: HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(title)) {
            Web.table(.class("data-table")) {
                HTMLTags.caption { title }
                thead {
                    tr {
                        th(.scope("col")) { labelName }
                        for line in series {
                            th(.scope("col"), .class("digits"), .attribute("data-part", line.part.rawValue)) {
                                line.name
                            }
                        }
                    }
                }
                tbody { for index in labels.indices { row(index) } }
            }
        }
    }

    private func row(_ index: Int) -> HTML {
        let link = links.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        return tr {
            th(.scope("row")) {
                if let link { a(.href(link)) { labels[index] } } else { labels[index] }
            }
            for line in series { cell(line.values.indices.contains(index) ? line.values[index] : nil) }
        }
    }

    private func cell(_ value: Double?) -> HTML {
        let raw = value.flatMap { $0.isFinite ? String($0) : nil }
        return td(.class("digits"), .attribute("data-v", raw ?? "").when(raw != nil)) { unit.text(value) }
    }
}
