package import Kernel

/// A grid whose cells have the stronger a colour the more they hold: RFM cells, cohorts. Plain HTML; each cell says its number.
package struct HeatGrid: Sendable {
    package struct Cell: Sendable {
        package var label: String
        /// A second, smaller line.
        package var note: Text?
        /// Said in full on hover and to screen readers.
        package var title: Text?
        package var link: String?
        /// 0 (nothing) to 1 (the most).
        package var share: Double

        package init(_ label: String, note: Text? = nil, title: Text? = nil, link: String? = nil, share: Double) {
            self.label = label
            self.note = note
            self.title = title
            self.link = link
            self.share = share
        }

        /// `heat-0` … `heat-9`
        var level: Int { share.isFinite && share > 0 ? min(9, 1 + Int(share * 8.999)) : 0 }
    }

    package var caption: Text
    package var corner: Text
    package var columns: [Text]
    package var rows: [(title: Text, cells: [Cell])]

    package init(_ caption: Text, corner: Text, columns: [Text], rows: [(title: Text, cells: [Cell])]) {
        self.caption = caption
        self.corner = corner
        self.columns = columns
        self.rows = rows
    }

    package var html: HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(caption)) {
            table(.class("heat-table")) {
                HTMLTags.caption { caption }
                thead {
                    tr {
                        th(.scope("col")) { corner }
                        for column in columns { th(.scope("col")) { column } }
                    }
                }
                tbody {
                    for row in rows {
                        tr {
                            th(.scope("row")) { row.title }
                            for cell in row.cells { html(cell) }
                        }
                    }
                }
            }
        }
    }

    private func html(_ cell: Cell) -> HTML {
        let inside = HTML {
            cell.label
            if let note = cell.note { span(.class("heat-sub")) { note } }
        }
        let about = Attribute.title(cell.title ?? Text(verbatim: "")).when(cell.title != nil)
        return td(.class("heat-\(cell.level)"), about) {
            if let link = cell.link { a(.href(link)) { inside } } else { span { inside } }
        }
    }
}
