import Foundation
import NIOCore
import NIOPosix

/// Hands a command line to the server that holds the data folder, and shows what it answers.
enum OperatorClient {
    /// The command's exit code; `nil` when nobody listens on the socket.
    static func carryOut(_ request: OperatorRequest, socket path: String, console: Console) async throws -> Int32? {
        let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        do {
            channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
        } catch is IOError {
            return nil
        }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(try OperatorLine.encode(request))
            for try await line in OperatorLine.Lines(inbound: inbound) {
                switch try JSONDecoder().decode(OperatorReply.self, from: Data(line.utf8)) {
                case .wrote(let stream, let text): console.write(stream, text)
                case .ended(let code): return code
                }
            }
            return 69
        }
    }
}
