import Kernel
import TestKit
import Testing

@testable import Records

@Suite struct PasswordTests {
    @Test(
        "the first guesses are refused",
        arguments: [
            "1234567890", "0987654321", "aaaaaaaaaa", "abcabcabcabc", "abcdefghijk", "password123", "Password2026!",
            "qwertyuiop", "woaini1314520", "1qaz2wsx3edc", "13800138000", "1990-01-01-02", "ADMIN123456", "ｐａｓｓｗｏｒｄ１２３",
        ])
    func common(password: String) {
        #expect(throws: AccessProblem.passwordTooCommon) { try PasswordRules.check(password, name: "lin") }
    }

    @Test(
        "phrases in any language pass",
        arguments: ["correct horse 9", "今天下午三点喝龙井茶吧", "zebra-lamp-tide", "mein Hund heißt Ada"])
    func fine(password: String) throws { try PasswordRules.check(password, name: "lin") }

    @Test("too short, too long and holding the name are told apart")
    func lengths() {
        #expect(throws: AccessProblem.passwordTooShort(least: 10)) { try PasswordRules.check("nine char", name: "lin") }
        #expect(throws: AccessProblem.passwordTooLong(most: 256)) {
            try PasswordRules.check(String(repeating: "correct horse", count: 30), name: "lin")
        }
        #expect(throws: AccessProblem.passwordHoldsName) {
            try PasswordRules.check("my LinJing horse", name: "linjing")
        }
    }

    @Test("Argon2id: the hash says so, differs each time, and fits only its password, typed in any width")
    func hashes() async throws {
        let hasher = PasswordHasher()
        let hash = try await hasher.hash("correct horse 9")
        #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=2,"))
        #expect(try await hasher.hash("correct horse 9") != hash)
        #expect(try await hasher.verify("correct horse 9", hash))
        #expect(try await hasher.verify("correct horse ９", hash))
        #expect(try await !hasher.verify("correct horse 8", hash))
        #expect(try await !hasher.verify("correct horse 9", nil))
    }

    @Test("who finds the line full is sent away at once; browsers known before have a line of their own")
    func busy() async throws {
        let hasher = PasswordHasher(waiting: 2)
        let hash = try await hasher.hash("correct horse 9")
        let answers = await withTaskGroup(of: String.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    do { return try await hasher.verify("no", hash) ? "yes" : "no" } catch { return "busy" }
                }
            }
            group.addTask {
                do { return try await hasher.verify("correct horse 9", hash, isKnown: true) ? "known" : "no" } catch {
                    return "lost"
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(answers["known"] == 1)
        #expect((answers["busy"] ?? 0) > 0)
        #expect((answers["no"] ?? 0) >= 2)
    }
}
