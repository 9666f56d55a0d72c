// One function per HTML element: attributes first, then what stands inside.

package func div(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("div", a, inside)
}
package func span(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("span", a, inside)
}
package func p(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("p", a, inside) }
package func a(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("a", a, inside) }
package func h1(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("h1", a, inside) }
package func h2(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("h2", a, inside) }
package func h3(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("h3", a, inside) }
package func h4(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("h4", a, inside) }
package func ul(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("ul", a, inside) }
package func ol(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("ol", a, inside) }
package func li(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("li", a, inside) }
package func dl(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("dl", a, inside) }
package func dt(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("dt", a, inside) }
package func dd(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("dd", a, inside) }
package func table(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("table", a, inside)
}
package func caption(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("caption", a, inside)
}
package func thead(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("thead", a, inside)
}
package func tbody(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("tbody", a, inside)
}
package func tfoot(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("tfoot", a, inside)
}
package func tr(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("tr", a, inside) }
package func th(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("th", a, inside) }
package func td(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("td", a, inside) }
package func label(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("label", a, inside)
}
package func select(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("select", a, inside)
}
package func option(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("option", a, inside)
}
package func optgroup(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("optgroup", a, inside)
}
package func button(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("button", a, inside)
}
package func textarea(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("textarea", a, inside)
}
package func fieldset(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("fieldset", a, inside)
}
package func legend(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("legend", a, inside)
}
package func section(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("section", a, inside)
}
package func article(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("article", a, inside)
}
package func header(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("header", a, inside)
}
package func footer(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("footer", a, inside)
}
package func nav(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("nav", a, inside)
}
package func main(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("main", a, inside)
}
package func aside(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("aside", a, inside)
}
package func figure(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("figure", a, inside)
}
package func figcaption(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("figcaption", a, inside)
}
package func small(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("small", a, inside)
}
package func strong(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("strong", a, inside)
}
package func em(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML { element("em", a, inside) }
package func code(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("code", a, inside)
}
package func pre(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("pre", a, inside)
}
package func time(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("time", a, inside)
}
package func details(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("details", a, inside)
}
package func summary(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("summary", a, inside)
}
package func svg(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("svg", a, inside)
}
package func blockquote(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("blockquote", a, inside)
}
package func kbd(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("kbd", a, inside)
}
package func abbr(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("abbr", a, inside)
}
package func dialog(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("dialog", a, inside)
}
package func sup(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("sup", a, inside)
}
package func progress(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("progress", a, inside)
}
package func meter(_ a: Attribute..., @HTMLBuilder inside: () -> HTML = { HTML() }) -> HTML {
    element("meter", a, inside)
}

// Elements without content.

package func input(_ a: Attribute...) -> HTML { voidElement("input", a) }
package func br(_ a: Attribute...) -> HTML { voidElement("br", a) }
package func hr(_ a: Attribute...) -> HTML { voidElement("hr", a) }
package func img(_ a: Attribute...) -> HTML { voidElement("img", a) }
package func link(_ a: Attribute...) -> HTML { voidElement("link", a) }
package func meta(_ a: Attribute...) -> HTML { voidElement("meta", a) }
package func col(_ a: Attribute...) -> HTML { voidElement("col", a) }
