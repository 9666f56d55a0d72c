import Kernel
import Planning

/// Products by rivals, each field the latest index: green where ours is cheaper, red where a rival undercuts.
struct PriceMatrixPart {
    let book: PriceBook

    var html: HTML {
        card(Text(zh: "价格指数一览", en: "Indices at a glance"), note: note, flush: true) {
            div(
                .class("table-scroll"), .attribute("tabindex", "0"), .role("region"),
                .label(Text(zh: "价格指数一览", en: "Indices at a glance"))
            ) {
                table(.class("price-grid")) {
                    HTMLTags.caption { Text(zh: "价格指数一览", en: "Indices at a glance") }
                    thead {
                        tr {
                            th(.scope("col")) { Text(zh: "商品", en: "Product") }
                            for rival in book.rivals { th(.scope("col")) { rival } }
                        }
                    }
                    tbody { for product in book.products { row(product) } }
                }
            }
        }
    }

    private var note: Text {
        Text(
            zh: "截至 \(book.asOf)。100＝同价；绿色：我方更便宜；红色：对手低于我方 10% 以上。点商品看走势。",
            en:
                "Up to \(book.asOf). 100 is the same price; green: ours is cheaper; red: the rival is more than 10 % below ours. A product leads to its course."
        )
    }

    private func row(_ product: PricedProduct) -> HTML {
        tr {
            th(.scope("row")) {
                a(.href(PricePages.address(product)), .title(Text(verbatim: product.category))) { product.name }
            }
            for rival in book.rivals { cell(product.latest(rival, on: book.asOf)) }
        }
    }

    private func cell(_ point: PricePoint?) -> HTML {
        guard let point, let index = point.index else { return td(.class("price-none")) { "—" } }
        let tone =
            index > 1 / 0.9 ? "price-over" : index > 1.02 ? "price-above" : index < 0.98 ? "price-below" : "price-even"
        return td(.class(tone)) { span(.class("num")) { PricePages.index(index) } }
    }
}
