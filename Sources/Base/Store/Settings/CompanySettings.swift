package import Kernel

/// What the company said about itself. Every field has a sensible value before anybody has said anything.
package struct CompanySettings: Sendable, Hashable {
    package var name: Text
    /// In which the company counts its days.
    package var zone: BusinessZone
    package var currency: Currency
    /// Of those who have not chosen their own.
    package var language: Language
    package var tour: TourState

    package init(
        name: Text = Text(zh: "我的公司", en: "My company"), zone: BusinessZone, currency: Currency = .cny,
        language: Language = .zh, tour: TourState = .notChosen
    ) {
        self.name = name
        self.zone = zone
        self.currency = currency
        self.language = language
        self.tour = tour
    }
}

/// How the company chose to start.
package enum TourState: String, Sendable, Hashable, CaseIterable {
    /// The first page still offers both ways.
    case notChosen = "not_chosen"
    /// With the demonstration company.
    case demonstration
    /// Empty, with imports of its own.
    case own
    /// The tour was ended.
    case ended
}
