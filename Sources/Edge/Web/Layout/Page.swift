package import Kernel

/// A page as its author sees it: the shell (navigation, header, messages) is put around it by `Shell`.
package struct Page: Sendable {
    /// How much of the shell stands around the page.
    package enum Frame: Sendable {
        /// Navigation, header, content.
        case full
        /// A wider column, for choices laid side by side.
        case wide
        /// One calm column in the middle of an otherwise empty page: sign-in, set-up, errors.
        case centred
    }

    package var title: Text
    /// One quiet line over the title: the step, a period, where this stands.
    package var pretitle: Text?
    /// One sentence under the title.
    package var lead: Text?
    /// Buttons at the right of the title.
    package var actions = HTML()
    package var frame = Frame.full
    /// The path of the navigation entry that is marked; by default the one whose path is the longest start of ours.
    package var marked: String?
    /// The chart module is loaded early.
    package var hasCharts = false
    /// Ends with the time zone in which the page counts its days; every report has it.
    package var footnote: Text?
    /// How much waits for the reader; the shell's bell shows it.
    var waiting = 0
    package var body: HTML

    package init(
        _ title: Text, pretitle: Text? = nil, lead: Text? = nil, frame: Frame = .full, hasCharts: Bool = false,
        @HTMLBuilder _ body: () -> HTML
    ) {
        self.title = title
        self.pretitle = pretitle
        self.lead = lead
        self.frame = frame
        self.hasCharts = hasCharts
        self.body = body()
    }

    package func actions(@HTMLBuilder _ actions: () -> HTML) -> Page {
        var page = self
        page.actions = actions()
        return page
    }

    package func footnote(_ text: Text) -> Page {
        var page = self
        page.footnote = text
        return page
    }
}
