import Foundation

/// Length and a list of the first guesses, as NIST SP 800-63B advises; no rules about kinds of characters.
package enum PasswordRules {
    package static let least = 10
    package static let most = 256

    package static func check(_ password: String, name: String) throws {
        if password.count < least { throw AccessProblem.passwordTooShort(least: least) }
        if password.count > most { throw AccessProblem.passwordTooLong(most: most) }
        let plain = password.precomposedStringWithCompatibilityMapping.lowercased()
        if name.count >= 3, plain.contains(AccountDraft.key(name)) { throw AccessProblem.passwordHoldsName }
        if isCommon(plain) { throw AccessProblem.passwordTooCommon }
    }

    private static func isCommon(_ plain: String) -> Bool {
        if Set(plain).count <= 3 || isRun(plain) || isRepeated(plain) { return true }
        let core = plain.trimmingCharacters(in: .decimalDigits.union(.punctuationCharacters).union(.symbols))
        return commonWords.contains(plain) || commonWords.contains(core)
    }

    /// `1234567890`, `abcdefghij`, `9876543210`.
    private static func isRun(_ plain: String) -> Bool {
        let codes = plain.unicodeScalars.map { Int($0.value) }
        let steps = zip(codes, codes.dropFirst()).map { $1 - $0 }
        let upward = steps.filter { $0 == 1 || $0 == -9 }.count
        let downward = steps.filter { $0 == -1 || $0 == 9 }.count
        return max(upward, downward) >= steps.count - 1
    }

    /// `abc123abc123`: a short piece again and again.
    private static func isRepeated(_ plain: String) -> Bool {
        let letters = Array(plain)
        return (1...5).contains { width in letters.indices.allSatisfy { letters[$0] == letters[$0 % width] } }
    }

    /// What remains when digits and signs around it are taken away; nothing remains of telephone numbers and birthdays.
    private static let commonWords: Set<String> = [
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "pass", "qwerty", "qwertyuiop", "qwertyui", "asdfghjkl",
        "zxcvbnm",
        "asdfgh", "qazwsx", "qazwsxedc", "1qaz2wsx3edc", "1qaz2wsx", "1q2w3e4r5t", "q1w2e3r4t5", "admin",
        "administrator",
        "root", "welcome", "letmein", "iloveyou", "woaini", "woaini1314", "woaiwojia", "wodemima", "mima", "nihao",
        "zhongguo", "beijing", "shanghai", "yunchou", "changeme", "default", "secret", "test", "guest", "user", "login",
        "monkey", "dragon", "sunshine", "princess", "football", "baseball", "master", "superman", "abc", "abcd",
        "abcdef",
        "aa", "a", "qq", "qwe", "asd", "zxc", "pass@word", "wangyi", "tencent", "",
    ]
}
