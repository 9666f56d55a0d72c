/// `-12.30` as the whole number -1230 with two digits after the point.
struct DecimalDigits {
    var value: Int128
    var scale: Int

    static let zero = DecimalDigits(value: 0, scale: 0)

    private init(value: Int128, scale: Int) {
        self.value = value
        self.scale = scale
    }

    /// `nil` when the text is not a plain decimal number of at most 38 digits.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, parts.count == 1 || !parts[1].isEmpty else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.allSatisfy({ (48...57).contains($0) }), whole.utf8.count + fraction.utf8.count <= 39,
            let value = Int128(whole + fraction)
        else { return nil }
        self.init(value: value, scale: fraction.utf8.count)
    }

    func rescaled(to wanted: Int) -> Int128? {
        var result = value
        for _ in scale..<max(scale, wanted) {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = product
        }
        return result
    }
}
