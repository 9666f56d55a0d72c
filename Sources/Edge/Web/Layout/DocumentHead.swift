import Kernel

/// The `<head>` of every page.
enum DocumentHead {
    /// htmx neither evaluates text nor adds styles (the content policy forbids both), and shows forms that were sent back.
    private static let htmxSettings = """
        {"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"responseHandling":\
        [{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"422","swap":true},{"code":"[45]..","swap":false,"error":true}]}
        """

    static func html(_ page: Page) -> HTML {
        element("head", []) {
            meta(.attribute("charset", "utf-8"))
            meta(.name("viewport"), .attribute("content", "width=device-width, initial-scale=1"))
            meta(.name("color-scheme"), .attribute("content", "light dark"))
            meta(.name("htmx-config"), .attribute("content", htmxSettings))
            HTML.reading { meta(.name("form-token"), .attribute("content", $0.formToken)) }
            element("title", []) { page.title + Text(zh: " · 运筹", en: " · Yunchou") }
            link(.attribute("rel", "icon"), .type("image/svg+xml"), .href(asset: "mark.svg"))
            link(.attribute("rel", "stylesheet"), .href(asset: "lib/tabler/tabler.min.css"))
            link(.attribute("rel", "stylesheet"), .href(asset: "app.css"))
            element("script", [.src(asset: "theme.js")])
            element("script", [.src(asset: "lib/htmx/htmx.min.js"), .flag("defer")])
            element("script", [.src(asset: "lib/tabler/tabler.min.js"), .flag("defer")])
            element("script", [.type("module"), .src(asset: "app.js")])
            if page.hasCharts {
                link(.attribute("rel", "modulepreload"), .href(asset: "lib/echarts/index.js"))
                element("script", [.type("module"), .src(asset: "charts/charts.js")])
            }
        }
    }
}
