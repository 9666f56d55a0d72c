import Foundation
import NIOCore

/// The framing of the operator socket: one JSON text a line.
enum OperatorLine {
    static let limit = 1 << 20

    static func encode(_ message: some Encodable) throws -> ByteBuffer {
        var buffer = ByteBuffer(bytes: try JSONEncoder().encode(message))
        buffer.writeInteger(UInt8(ascii: "\n"))
        return buffer
    }

    /// The first line that arrives; `nil` when the other side closes before it is whole, or sends more than the limit.
    static func first(of inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> String? {
        for try await line in Lines(inbound: inbound) { return line }
        return nil
    }

    /// The lines of a connection, as they become whole.
    struct Lines: AsyncSequence {
        let inbound: NIOAsyncChannelInboundStream<ByteBuffer>

        struct Iterator: AsyncIteratorProtocol {
            var chunks: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
            var pending = ByteBuffer()

            mutating func next() async throws -> String? {
                while true {
                    if let end = pending.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
                        let line = pending.readString(length: end - pending.readerIndex)
                        pending.moveReaderIndex(forwardBy: 1)
                        pending.discardReadBytes()
                        return line
                    }
                    guard pending.readableBytes <= OperatorLine.limit, var chunk = try await chunks.next() else {
                        return nil
                    }
                    pending.writeBuffer(&chunk)
                }
            }
        }

        func makeAsyncIterator() -> Iterator { Iterator(chunks: inbound.makeAsyncIterator()) }
    }
}
