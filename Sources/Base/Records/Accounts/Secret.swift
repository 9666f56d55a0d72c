import CSodium
import Foundation
import Store

/// 32 random bytes that somebody holds as text; the program keeps only their SHA-256.
package struct Secret: Sendable, Hashable {
    /// 43 characters of base64url, with a prefix for API tokens.
    package let text: String

    package init(_ text: String) { self.text = text }

    static func fresh(prefix: String = "") -> Secret {
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        return Secret(prefix + base64URL(bytes))
    }

    var hash: Data { Data(Digest.sha256(Array(text.utf8))) }

    /// A second secret that follows from this one and a name, such as the token that forms carry.
    package func derived(_ name: String) -> String {
        Secret.base64URL(Digest.hmac(Array(name.utf8), key: Array(text.utf8)))
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
