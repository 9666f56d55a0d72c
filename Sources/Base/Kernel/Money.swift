/// An amount in the smallest unit of its currency (fen for the yuan). Never a floating-point number.
package struct Money: Sendable, Hashable, Codable {
    package var minorUnits: Int64
    package var currency: Currency

    package init(minorUnits: Int64, currency: Currency = .cny) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}

/// An ISO 4217 code with its number of decimals.
package struct Currency: Sendable, Hashable, Codable {
    package let code: String
    package static let cny = Currency(unchecked: "CNY")
    private init(unchecked code: String) { self.code = code }

    /// `nil` unless three capital letters.
    package init?(_ code: String) {
        guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
        self.code = code
    }

    /// Digits after the decimal point (ISO 4217: none for the yen and the won, three for some dinars).
    package var decimals: Int {
        switch code {
        case "JPY", "KRW", "VND", "CLP", "ISK": 0
        case "BHD", "KWD", "OMR", "JOD", "TND": 3
        default: 2
        }
    }

    package var symbol: String {
        switch code {
        case "CNY": "¥"
        case "USD": "$"
        case "EUR": "€"
        case "GBP": "£"
        case "JPY": "¥"
        default: code + " "
        }
    }
}
