import Foundation

/// Converts chunks of bytes to UTF-8 with the system's iconv; characters may be broken between chunks.
final class Transcoder {
    private let handle: iconv_t
    private let file: String
    private var left: [UInt8] = []
    private var linesBefore = 1

    /// Problem: `import.encoding_unknown`.
    init(from encoding: TextEncoding, file: String) throws {
        self.file = file
        handle = iconv_open("UTF-8", encoding.iconvName ?? "UTF-8")
        if handle == iconv_t(bitPattern: -1) { throw ImportProblem.encodingUnknown(file, row: 1) }
    }

    deinit { iconv_close(handle) }

    func convert(_ chunk: [UInt8]) throws -> [UInt8] {
        var input = left + chunk
        var output = [UInt8](repeating: 0, count: input.count * 3 + 16)
        let (read, written, failure) = run(&input, &output)
        output.removeLast(output.count - written)
        if failure == EILSEQ || (failure == EINVAL && input.count - read > 8) {
            throw ImportProblem.encodingUnknown(file, row: linesBefore + output.count { $0 == 0x0A })
        }
        linesBefore += output.count { $0 == 0x0A }
        left = Array(input[read...])
        return output
    }

    /// A character that the end of the file cuts off is as bad as a wrong one.
    func finish() throws {
        if !left.isEmpty { throw ImportProblem.encodingUnknown(file, row: linesBefore) }
    }

    private func run(_ input: inout [UInt8], _ output: inout [UInt8]) -> (read: Int, written: Int, failure: Int32?) {
        var inputLeft = input.count
        var outputLeft = output.count
        var failure: Int32?
        input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                if iconv(handle, &from, &inputLeft, &to, &outputLeft) == -1 { failure = errno }
            }
        }
        return (input.count - inputLeft, output.count - outputLeft, failure)
    }
}
