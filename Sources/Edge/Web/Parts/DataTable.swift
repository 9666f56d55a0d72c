package import Kernel

/// A table of rows: headings, figures at the right in even digits, a scroll of its own on narrow screens.
package struct DataTable<Row>: Sendable where Row: Sendable {
    package struct Column: Sendable {
        package var title: Text
        package var isFigure: Bool
        /// The value of the address's `sort` that puts the rows in order by this column.
        package var sort: String?
        package var cell: @Sendable (Row) -> HTML

        /// `figure`: numbers, set at the right.
        package init(
            _ title: Text, figure: Bool = false, sort: String? = nil,
            @HTMLBuilder _ cell: @escaping @Sendable (Row) -> HTML
        ) {
            self.title = title
            isFigure = figure
            self.sort = sort
            self.cell = cell
        }
    }

    package var caption: Text
    package var columns: [Column]
    package var rows: [Row]
    /// Whose address says how the rows are sorted; the rows come in that order.
    package var visit: Visit?

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
                            heading(column)
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

    /// Rows that can be sorted: columns with a `sort` lead to the address that sorts by them, down first, up the next time.
    package func sorted(by visit: Visit) -> DataTable {
        var table = self
        table.visit = visit
        return table
    }

    private func heading(_ column: Column) -> HTML {
        let now = visit?.query.text("sort")
        let isDown = column.sort != nil && now == column.sort.map { "-" + $0 }
        let isUp = column.sort != nil && now == column.sort
        return th(
            .scope("col"), .class("digits").when(column.isFigure),
            .attribute("aria-sort", isUp ? "ascending" : "descending").when(isUp || isDown)
        ) {
            if let visit, let sort = column.sort {
                a(.class("sort-link"), .href(visit.address(setting: "sort", to: isDown ? sort : "-" + sort))) {
                    column.title
                    if isUp || isDown { icon(isUp ? "chevron-up" : "chevron-down") }
                }
            } else {
                column.title
            }
        }
    }
}

extension HTMLTags {
    static func caption(@HTMLBuilder inside: () -> HTML) -> HTML {
        element("caption", [.class("visually-hidden")], inside)
    }
}
