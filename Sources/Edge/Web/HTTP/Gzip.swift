import CZlib

/// Answers in fewer bytes (RFC 1952), by the system's zlib.
enum Gzip {
    /// Below this, packing costs more than it saves.
    static let least = 1024

    /// `nil` where packing makes nothing smaller.
    static func packed(_ bytes: [UInt8], level: Int32 = 5) -> [UInt8]? {
        guard bytes.count >= least, bytes.count < 1 << 30 else { return nil }
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // 15 + 16: the largest window, and gzip's head and tail around it.
        guard deflateInit2_(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count)
        let status = input.withUnsafeMutableBufferPointer { from in
            output.withUnsafeMutableBufferPointer { into in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = into.baseAddress
                stream.avail_out = UInt32(into.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END else { return nil }
        output.removeLast(output.count - Int(stream.total_out))
        return output
    }

    /// Whether the `Accept-Encoding` of a request takes gzip: `gzip;q=0` does not, `*` does.
    static func isAccepted(_ header: String?) -> Bool {
        var byStar = false
        for part in (header ?? "").split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.trimmingBlanks().lowercased() }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if pieces.first == "gzip" { return quality > 0 }
            if pieces.first == "*" { byStar = quality > 0 }
        }
        return byStar
    }

    /// Text in one way or another; pictures and fonts are packed already.
    static func isWorthwhile(_ contentType: String?) -> Bool {
        guard let type = contentType?.split(separator: ";").first else { return false }
        return type.hasPrefix("text/") && type != "text/event-stream" || type == "application/json"
            || type == "image/svg+xml"
    }
}
