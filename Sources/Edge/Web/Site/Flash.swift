package import Kernel

/// One sentence shown at the top of the next page, once: "Saved.", "12 rows imported."
package struct Flash: Sendable, Hashable {
    package enum Tone: String, Sendable { case success, warning, danger }

    static let cookie = "yunchou_flash"

    package var tone: Tone
    package var text: Text

    package init(_ text: Text, tone: Tone = .success) {
        self.text = text
        self.tone = tone
    }

    init?(cookieValue: String) {
        let fields = FieldValues(encoded: cookieValue)
        guard let zh = fields["zh"], let en = fields["en"], let tone = Tone(rawValue: fields.text("tone")) else {
            return nil
        }
        self.init(Text(zh: zh, en: en), tone: tone)
    }

    var cookieValue: String {
        "tone=\(tone.rawValue)&zh=\(Percent.encode(text.zh))&en=\(Percent.encode(text.en))"
    }
}

extension Reply {
    /// Says `text` on the page that comes next.
    package func flashing(_ text: Text, tone: Flash.Tone = .success) -> Reply {
        setting(SetCookie(Flash.cookie, Flash(text, tone: tone).cookieValue, maxAgeSeconds: 60))
    }
}
