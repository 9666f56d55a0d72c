package import Foundation

/// Style sheets, scripts, fonts and icons: ours and those that set-up took out of their packages (under `lib/`).
///
/// They are read once and kept in memory (about 3 MB). Their addresses carry a hash over all of them, so that browsers
/// may keep them for ever and modules can import each other by relative paths.
package struct Assets: Sendable {
    private struct File: Sendable {
        let bytes: [UInt8]
        let gzipped: [UInt8]?
        let type: String
        let tag: String

        /// Packed once, at the start, unless set-up has done so.
        init(bytes: [UInt8], gzipped: [UInt8]? = nil, type: String) {
            var hash = ContentHash()
            hash.add(bytes)
            self.bytes = bytes
            self.gzipped = gzipped ?? (Gzip.isWorthwhile(type) ? Gzip.packed(bytes, level: 9) : nil)
            self.type = type
            tag = "\"\(hash.text)\""
        }

        /// Packed bytes are another representation, and so have a tag of their own (RFC 9110, 8.8.3).
        var packedTag: String { tag.dropLast() + "-gz\"" }
    }

    private var files: [String: File] = [:]
    /// The hash in the addresses.
    package private(set) var version = "0"

    /// No files at all: pages render, their style is missing.
    package static let none = Assets()
    private init() {}

    /// Reads our own folder and the third-party one. `thirdParty` may be missing: pages then work unstyled.
    package init(own: URL, thirdParty: URL?) throws {
        try add(own, prefix: "")
        joinStyles()
        if let thirdParty { try add(thirdParty, prefix: "lib/") }
        var hash = ContentHash()
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            hash.add(Array(path.utf8))
            hash.add(Array(file.tag.utf8))
        }
        version = hash.text
    }

    /// Our own files: beside the executable as SwiftPM lays them out, else in the source tree it was built from.
    package static func ownFolder(executable: URL) -> URL {
        let built = executable.resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("yunchou_Web.resources/Assets")
        if FileManager.default.fileExists(atPath: built.path) { return built }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Assets")
    }

    package func has(_ path: String) -> Bool { files[path] != nil }

    /// What a file holds; `nil` when there is none of that name.
    func bytes(_ path: String) -> [UInt8]? { files[path]?.bytes }

    /// `/static/<hash>/app.css`
    package func address(_ path: String) -> String { "/static/\(version)/\(path)" }

    /// The answer to a request for an asset; `nil` when the address is none of ours.
    func reply(to request: WebRequest) -> Reply? {
        let steps = request.path.split(separator: "/", maxSplits: 2)
        guard steps.count == 3, steps[0] == "static", request.method?.isSafe == true else { return nil }
        guard let file = files[String(steps[2])] else { return nil }
        let caching = steps[1] == version ? "public, max-age=31536000, immutable" : "no-cache"
        var headers: HeaderFields = [
            "content-type": file.type, "cache-control": caching, "etag": file.tag, "vary": "Accept-Encoding",
        ]
        let packed = Gzip.isAccepted(request.headers["accept-encoding"]) ? file.gzipped : nil
        if packed != nil { headers["etag"] = file.packedTag }
        let known = (request.headers["if-none-match"] ?? "").split(separator: ",").map { $0.trimmingBlanks() }
        if known.contains(where: { $0 == file.tag || $0 == file.packedTag }) {
            return Reply(status: 304, headers: headers)
        }
        if packed != nil { headers["content-encoding"] = "gzip" }
        return Reply(headers: headers, .bytes(packed ?? file.bytes))
    }

    /// Our style sheets in the order of their names, as one file: one request, and relative addresses stay right.
    private mutating func joinStyles() {
        let parts = files.keys.filter { $0.hasPrefix("css/") && $0.hasSuffix(".css") }.sorted()
        var bytes: [UInt8] = []
        for part in parts { bytes += files.removeValue(forKey: part)?.bytes ?? [] }
        if !bytes.isEmpty { files["app.css"] = File(bytes: bytes, type: Self.types["css"] ?? "") }
    }

    private mutating func add(_ folder: URL, prefix: String) throws {
        let root = folder.resolvingSymlinksInPath().path + "/"
        guard
            let walk = FileManager.default.enumerator(
                at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        else { return }
        for case let url as URL in walk {
            let path = url.resolvingSymlinksInPath().path
            guard let type = Self.types[url.pathExtension], path.hasPrefix(root) else { continue }
            try add(url, name: prefix + path.dropFirst(root.count), type: type)
        }
    }

    private mutating func add(_ url: URL, name: String, type: String) throws {
        let bytes = try [UInt8](Data(contentsOf: url))
        let packed = url.appendingPathExtension("gz")
        let gzipped = FileManager.default.fileExists(atPath: packed.path) ? try [UInt8](Data(contentsOf: packed)) : nil
        files[name] = File(bytes: bytes, gzipped: gzipped, type: type)
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml", "woff2": "font/woff2", "png": "image/png", "json": "application/json",
    ]
}

/// FNV-1a, 64 bits: tells versions of our own files apart; nothing depends on its secrecy.
struct ContentHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    var text: String { String(state, radix: 36) }
}
