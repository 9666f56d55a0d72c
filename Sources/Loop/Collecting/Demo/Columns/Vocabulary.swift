import Engine

/// Hot columns hold small numbers; here they become text, once per chunk.
enum Vocabulary {
    /// Names and channels of events, pages and devices, by position.
    static let eventNames = [
        "page_view", "product_view", "add_to_cart", "checkout", "payment", "coupon_claim", "message_open",
        "message_click", "store_visit",
        "service_contact", "community_post", "qr_scan",
    ]
    static let devices = ["ios", "android", "harmony", "pc"]
    static let pages = ["/home", "/list", "/product", "/cart", "/checkout", "/paid", "/activity", "/member"]
    static let statuses = ["paid", "returned", "cancelled"]
    static let levels = ["铜卡", "银卡", "金卡", "铂金卡"]

    /// Text of each code; NULL for codes below 0.
    static func text(_ codes: [Int16], _ words: [String]) -> ColumnValues {
        let bytes = words.map { Array($0.utf8) }
        var column = TextColumn(reservingRows: codes.count, bytes: codes.count * 10)
        for code in codes {
            if code < 0 { column.appendNull() } else { column.append(utf8: bytes[Int(code)]) }
        }
        return .textBytes(column)
    }

    /// The same word in every row.
    static func text(_ word: String, rows: Int) -> ColumnValues { text(Array(repeating: 0, count: rows), [word]) }

    /// Numbers with NULL for those below 0.
    static func optional(_ numbers: [Int64]) -> ColumnValues { .optionalInt64(numbers.map { $0 < 0 ? nil : $0 }) }

    /// Days counted from the story's first as calendar days.
    static func days(_ days: [Int32], since start: Int32) -> ColumnValues { .day(days.map { $0 + start }) }
}
