import CExpat
import Foundation

/// Walks XML in pieces and tells of elements and text, with namespaces' prefixes cut off. Entity declarations are
/// refused, so that no document can grow while it is read.
final class XMLStream {
    var onStart: (_ name: String, _ attributes: [String: String]) throws -> Void = { _, _ in }
    var onEnd: (_ name: String) throws -> Void = { _ in }
    var onText: (_ text: String) throws -> Void = { _ in }
    private var failure: (any Error)?
    private let parser: XML_Parser
    private let file: String

    init(file: String) throws {
        self.file = file
        guard let parser = XML_ParserCreate(nil) else { throw ImportProblem.archiveBroken(file, why: "expat") }
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in XMLStream.of(data)?.start(name, attributes) },
            { data, name in XMLStream.of(data)?.end(name) })
        XML_SetCharacterDataHandler(parser) { data, text, length in XMLStream.of(data)?.text(text, Int(length)) }
        XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in XMLStream.of(data)?.refuseEntity() }
    }

    deinit { XML_ParserFree(parser) }

    func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws {
        let status = XML_Parse(
            parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
        if let failure { throw failure }
        if status != XML_STATUS_OK {
            throw ImportProblem.archiveBroken(file, why: String(cString: XML_ErrorString(XML_GetErrorCode(parser))))
        }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
        data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func attempt(_ body: () throws -> Void) {
        guard failure == nil else { return }
        do {
            try body()
        } catch {
            failure = error
            XML_StopParser(parser, 0)
        }
    }

    private func local(_ name: UnsafePointer<CChar>?) -> String {
        guard let name else { return "" }
        let text = String(cString: name)
        return text.split(separator: ":").last.map(String.init) ?? text
    }

    private func start(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        attempt {
            var pairs: [String: String] = [:]
            var index = 0
            while let key = attributes?[index], let value = attributes?[index + 1] {
                pairs[String(cString: key)] = String(cString: value)
                index += 2
            }
            try onStart(local(name), pairs)
        }
    }

    private func end(_ name: UnsafePointer<CChar>?) { attempt { try onEnd(local(name)) } }

    private func text(_ text: UnsafePointer<CChar>?, _ length: Int) {
        guard let text else { return }
        attempt { try onText(String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)) }
    }

    private func refuseEntity() {
        attempt { throw ImportProblem.archiveBroken(file, why: "DTD") }
    }
}
