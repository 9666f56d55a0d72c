/// The numbers by which a person is known. None of them can belong to anybody: no Chinese mobile number begins with 12, and the
/// open ids are in no WeChat account's form.
enum PersonIDs {
    static let phonePrefix: [UInt8] = Array("12".utf8)

    /// Nine digits after the prefix, different for each customer, in no visible order.
    static func phone(_ customer: Int64) -> Int64 {
        Int64((UInt64(customer) &* 387_420_489 + 271_828_183) % 1_000_000_000)
    }

    /// Ten digits after `88`.
    static func card(_ customer: Int64) -> Int64 {
        Int64((UInt64(customer) &* 610_612_741 + 141_421_356) % 10_000_000_000)
    }

    private static let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_".utf8)

    /// A prefix and characters made of the bits: WeChat's open ids look like this.
    static func openID(_ prefix: [UInt8], _ first: UInt64, _ second: UInt64) -> [UInt8] {
        var bytes = prefix
        for bits in [first, second] {
            var rest = bits
            for _ in 0..<10 {
                bytes.append(alphabet[Int(rest & 63)])
                rest >>= 6
            }
        }
        return bytes
    }
}
