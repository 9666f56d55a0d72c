import Kernel
import Testing
import Web

@Suite("HTML builder")
struct HTMLTests {
    private let reader = Reader(language: .en)

    @Test("NF-01 text and attributes are escaped, whatever comes in")
    func escaping() {
        let nasty = "<script>alert('x')</script>&\""
        let html = p(.title(Text(verbatim: nasty)), .class("\"onload=")) { nasty }
        #expect(
            html.string(for: reader) == """
                <p title="&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;" class="&quot;onload=">\
                &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;</p>
                """)
    }

    @Test(
        "addresses that could run a script are dropped",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "data:text/html,x",
            "//evil.example", "/\\evil.example", "vbscript:x", "/a b",
        ])
    func addresses(_ address: String) {
        #expect(a(.href(address)).string(for: reader) == "<a href=\"#\"></a>")
    }

    @Test("ordinary addresses pass", arguments: ["/a?b=1", "#x", "?page=2", "https://a.example/", "mailto:a@b.cn"])
    func ordinary(_ address: String) {
        #expect(a(.href(address)).string(for: reader) == "<a href=\"\(address)\"></a>")
    }

    @Test("a text is written in the reader's language, conditions and loops in their order")
    func language() {
        let some: Text? = nil
        let html = HTML {
            Text(zh: "甲", en: "A")
            some
            for number in 1...3 { number }
            if reader.language == .en { br() } else { hr() }
        }
        #expect(html.string(for: reader) == "A123<br>")
        #expect(html.string(for: Reader(language: .zh)) == "甲123<br>")
    }

    @Test("characters that HTML forbids are replaced")
    func control() {
        #expect(HTML(verbatim: "a\u{0}b\u{8}\nc").string(for: reader) == "a\u{FFFD}b\u{FFFD}\nc")
    }
}
