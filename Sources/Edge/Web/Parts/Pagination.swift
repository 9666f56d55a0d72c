import Kernel

/// Which slice of a long list is shown.
package struct PageOfList: Sendable, Hashable {
    /// From 1.
    package let number: Int
    package let size: Int

    package init(number: Int, size: Int = 50) {
        self.number = max(1, number)
        self.size = size
    }

    /// From the query field `page`; 1 when there is none or it is no number.
    package init(_ query: FieldValues, size: Int = 50) {
        self.init(number: query.int("page", in: 1...1_000_000) ?? 1, size: size)
    }

    package var offset: Int { (number - 1) * size }

    /// "51–100 of 1,234" and the links before and after, which keep all other filters of the address.
    package func links(total: Int, _ visit: Visit) -> HTML {
        let last = max(1, (total + size - 1) / size)
        guard total > 0 else { return HTML() }
        let first = min(offset + 1, total)
        let end = min(offset + size, total)
        return nav(.class("pager"), .label(Text(zh: "翻页", en: "Pages"))) {
            span(.class("pager-range")) {
                Text(
                    zh: "第 \(Figure.grouped(first))–\(Figure.grouped(end)) 条，共 \(Figure.grouped(total)) 条",
                    en: "\(Figure.grouped(first))–\(Figure.grouped(end)) of \(Figure.grouped(total))")
            }
            if last > 1 {
                step(to: number - 1, within: last, "chevron-left", Text(zh: "上一页", en: "Previous"), visit)
                step(to: number + 1, within: last, "chevron-right", Text(zh: "下一页", en: "Next"), visit)
            }
        }
    }

    private func step(to target: Int, within last: Int, _ name: String, _ label: Text, _ visit: Visit) -> HTML {
        guard (1...last).contains(target) else {
            return span(.class("btn btn-icon disabled"), .ariaHidden) { icon(name) }
        }
        return a(.class("btn btn-icon"), .href(visit.address(setting: "page", to: String(target))), .label(label)) {
            icon(name)
        }
    }
}
