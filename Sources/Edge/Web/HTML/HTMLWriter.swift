import Kernel

extension HTML {
    /// The bytes that are sent, in UTF-8.
    package func bytes(for reader: Reader) -> [UInt8] {
        var writer = HTMLWriter(reader: reader)
        writer.write(nodes)
        return writer.bytes
    }

    /// The same as text: for tests and for attributes that carry markup.
    package func string(for reader: Reader) -> String {
        String(decoding: bytes(for: reader), as: UTF8.self)
    }
}

/// Writes nodes straight into one buffer.
struct HTMLWriter {
    let reader: Reader
    var bytes: [UInt8] = []

    init(reader: Reader) {
        self.reader = reader
        bytes.reserveCapacity(32 << 10)
    }

    mutating func write(_ nodes: [HTML.Node]) {
        for node in nodes {
            switch node {
            case .escaped(let text): writeEscaped(text)
            case .said(let text): writeEscaped(text[reader.language])
            case .literal(let markup): write(markup)
            case .element(let element): write(element)
            case .made(let make): write(make(reader).nodes)
            }
        }
    }

    private mutating func write(_ element: HTML.Element) {
        bytes.append(UInt8(ascii: "<"))
        write(element.name)
        for attribute in element.attributes { write(attribute) }
        bytes.append(UInt8(ascii: ">"))
        if element.isVoid { return }
        write(element.content)
        bytes.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
        write(element.name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func write(_ attribute: Attribute) {
        if case .absent = attribute.value { return }
        bytes.append(UInt8(ascii: " "))
        write(attribute.name)
        switch attribute.value {
        case .absent, .flag: return
        case .plain(let text): writeQuoted(text)
        case .said(let text): writeQuoted(text[reader.language])
        case .made(let make): writeQuoted(make(reader))
        }
    }

    private mutating func writeQuoted(_ text: String) {
        bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
        writeEscaped(text)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Escapes what could end a text or an attribute. NUL and the like, which HTML forbids, become U+FFFD.
    private mutating func writeEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            case 0..<9, 11, 12, 14..<32: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
