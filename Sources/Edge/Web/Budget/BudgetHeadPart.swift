import Kernel
import Planning

/// Total, what is allocated, flexible room and reserve, each with its bounds.
struct BudgetHeadPart {
    let view: BudgetView
    let desk: BudgetDesk

    var html: HTML {
        let book = view.book
        let flexible = book.share(book.flexible)
        let bounds = view.constants.flexible
        let reserve = book.share(book.reserve)
        return div(.class("kpi-grid")) {
            tile(Text(zh: "预算总额", en: "Total"), desk.short(book.total)) {
                Text(zh: "\(book.positions.count) 行", en: "\(book.positions.count) lines")
            }
            tile(Text(zh: "已分配", en: "Allocated"), desk.short(book.allocated)) {
                shareBar(book.share(book.allocated), tone: book.unallocated == 0 ? "good" : "primary")
                if book.unallocated == 0 {
                    badge(Text(zh: "与总额一致", en: "Makes the total"), .good)
                } else {
                    badge(Text(zh: "还差 ", en: "Left: ") + Text(verbatim: desk.money(book.unallocated)), .attention)
                }
            }
            tile(Text(zh: "弹性空间", en: "Flexible room"), HTML(verbatim: Figure.percent(flexible))) {
                let range = "\(Figure.percent(bounds.lowerBound, 0))–\(Figure.percent(bounds.upperBound, 0))"
                if bounds.contains((flexible * 1000).rounded() / 1000) {
                    badge(Text(zh: "在 \(range) 之内", en: "Within \(range)"), .good)
                } else {
                    badge(Text(zh: "应为 \(range)", en: "Should be \(range)"), .attention)
                }
            }
            tile(Text(zh: "应急储备", en: "Emergency reserve"), HTML(verbatim: Figure.percent(reserve))) {
                desk.short(book.reserve)
            }
        }
    }

    private func tile(_ name: Text, _ value: HTML, @HTMLBuilder _ more: () -> HTML) -> HTML {
        div(.class("kpi")) {
            span(.class("kpi-name")) { name }
            span(.class("kpi-value")) { value }
            span(.class("kpi-target")) { more() }
        }
    }
}
