package import Kernel
import Warehouse

/// What a file can be imported into (`--into`): a canonical table, with the fields that its rows may bring.
package enum ImportTarget: String, Sendable, Codable, CaseIterable {
    case customer, product, store, dealer
    case orderHeader = "order_header"
    case orderLine = "order_line"
    case event
    case adSpend = "ad_spend"
    case shipment, stock
    case surveyAnswer = "survey_answer"
    case mention
    case competitorPrice = "competitor_price"
    case macroSeries = "macro_series"
    case budgetActual = "budget_actual"

    /// The fields in the order in which the mapping editor lists them.
    package var fields: [TargetField] {
        switch self {
        case .customer: CustomerFields.all
        case .product: ProductFields.all
        case .store: PlaceFields.stores
        case .dealer: PlaceFields.dealers
        case .orderHeader: OrderFields.headers
        case .orderLine: OrderFields.lines
        case .event: EventFields.all
        case .adSpend: SpendFields.adSpend
        case .budgetActual: SpendFields.budget
        case .shipment: SupplyFields.shipments
        case .stock: SupplyFields.stock
        case .surveyAnswer: VoiceFields.answers
        case .mention: VoiceFields.mentions
        case .competitorPrice: MarketFields.prices
        case .macroSeries: MarketFields.series
        }
    }

    package func field(_ id: String) -> TargetField? { fields.first { $0.id == id } }

    /// The fields that together name a row: a second row with the same ones is the same thing said again.
    package var key: [String] {
        switch self {
        case .customer: ["customer_no"]
        case .product: ["product_code"]
        case .store: ["store_code"]
        case .dealer: ["dealer_code"]
        case .orderHeader: ["order_no"]
        case .orderLine: ["order_no", "line_no"]
        case .event: ["event_id"]
        case .adSpend: ["spent_on", "channel", "campaign", "region"]
        case .budgetActual: ["booked_on", "line", "region"]
        case .stock: ["counted_on", "store_code", "product_code"]
        case .competitorPrice: ["competitor", "product_code", "seen_on", "source"]
        case .macroSeries: ["series", "observed_on"]
        case .shipment, .surveyAnswer, .mention: []
        }
    }

    /// The table that is filled (the first of them for order lines, which also bring their orders).
    package var table: String { rawValue }
    package var name: Text { CanonicalTable.named(rawValue)?.name ?? Text(verbatim: rawValue) }

    /// The generated number of a row, where the table has one.
    var surrogate: String? {
        switch self {
        case .customer: "customer_id"
        case .product: "product_id"
        case .store: "store_id"
        case .dealer: "dealer_id"
        case .orderHeader: "order_id"
        case .shipment: "shipment_id"
        case .surveyAnswer: "answer_id"
        case .mention: "mention_id"
        default: nil
        }
    }
}
