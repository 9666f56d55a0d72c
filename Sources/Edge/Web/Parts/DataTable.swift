package import Kernel

/// A table of rows: headings, figures at the right in even digits, a scroll of its own on narrow screens.
package struct DataTable<Row>: Sendable where Row: Sendable {
    package struct Column: Sendable {
        package var title: Text
        package var isFigure: Bool
        package var cell: @Sendable (Row) -> HTML

        /// `figure`: numbers, set at the right.
        package init(_ title: Text, figure: Bool = false, @HTMLBuilder _ cell: @escaping @Sendable (Row) -> HTML) {
            self.title = title
            isFigure = figure
            self.cell = cell
        }
    }

    package var caption: Text
    package var columns: [Column]
    package var rows: [Row]

    /// `caption` is read by screen readers: what the table holds.
    package init(_ caption: Text, rows: [Row], columns: [Column]) {
        self.caption = caption
        self.rows = rows
        self.columns = columns
    }

    package var html: HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(caption)) {
            table(.class("data-table")) {
                HTMLTags.caption { caption }
                thead {
                    tr {
                        for column in columns {
                            th(.scope("col"), .class("digits").when(column.isFigure)) { column.title }
                        }
                    }
                }
                tbody {
                    for row in rows {
                        tr {
                            for column in columns { td(.class("digits").when(column.isFigure)) { column.cell(row) } }
                        }
                    }
                }
            }
        }
    }
}

extension HTMLTags {
    static func caption(@HTMLBuilder inside: () -> HTML) -> HTML {
        element("caption", [.class("visually-hidden")], inside)
    }
}
