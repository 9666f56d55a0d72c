package import Foundation
package import Kernel

/// Everything that is planted in the demonstration company: what a model that reads its tables must find again.
package struct DemonstrationTruth: Sendable, Codable {
    package let about: Text
    package let company: CompanyTruth
    package let purchase: PurchaseTruth
    package let price: PriceTruth
    package let media: MediaTruth
    package let channels: ChannelTruth
    package let satisfaction: SatisfactionTruth
    package let baskets: BasketTruth
    package let incidents: IncidentTruth
    package let targets: [DemonstrationTarget]

    init(_ company: Company, _ tally: Tally) {
        about = Text(
            zh: "演示公司中植入的全部效应。模型读取各表后应当在其区间内还原这些数值；逐日数据见 truth_daily.csv。",
            en:
                "All effects planted in the demonstration company. A model that reads the tables must recover these values within its "
                + "interval; day-by-day values are in truth_daily.csv.")
        self.company = CompanyTruth(company)
        purchase = PurchaseTruth()
        price = PriceTruth()
        media = MediaTruth(company)
        channels = ChannelTruth()
        satisfaction = SatisfactionTruth()
        baskets = BasketTruth(company)
        incidents = IncidentTruth(company, tally)
        targets = DemonstrationTarget.all(company, tally)
    }

    /// Readable JSON with sorted snake_case keys, the same bytes for the same company.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
