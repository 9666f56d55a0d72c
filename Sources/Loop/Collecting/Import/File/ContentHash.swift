import CSodium
import Foundation

/// BLAKE2b over a stream of bytes.
final class ContentHash {
    /// libsodium keeps its state in 64-byte aligned memory that Swift cannot declare.
    private let memory: UnsafeMutableRawPointer
    private var state: OpaquePointer { OpaquePointer(memory) }

    init() {
        _ = sodium_init()
        memory = .allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
        _ = crypto_generichash_init(state, nil, 0, 32)
    }

    deinit { memory.deallocate() }

    func update(_ bytes: [UInt8]) {
        _ = crypto_generichash_update(state, bytes, UInt64(bytes.count))
    }

    /// Of a file's bytes. Beside the scan of the same file rather than in it: a second core does it in the same time.
    static func hex(ofFile url: URL) throws -> String {
        let hash = ContentHash()
        let file = try FileHandle(forReadingFrom: url)
        while let data = try file.read(upToCount: FileScan.chunk), !data.isEmpty { hash.update([UInt8](data)) }
        return hash.finish()
    }

    /// 64 hexadecimal digits.
    func finish() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        _ = crypto_generichash_final(state, &digest, digest.count)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
