import Foundation
import Kernel
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Listens on the socket in the data folder and carries out commands for `yunchou` processes started beside the server.
struct OperatorServer: Service, CustomStringConvertible {
    let path: String
    let logger: Logger
    /// Runs one command line and returns its exit code.
    let carryOut: @Sendable (OperatorRequest, Console) async -> Int32

    var description: String { "operator socket" }

    func run() async throws {
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try await cancelWhenGracefulShutdown {
            try await withThrowingDiscardingTaskGroup { group in
                try await listener.executeThenClose { connections in
                    for try await connection in connections {
                        group.addTask { await serve(connection) }
                    }
                }
            }
        }
        try FileManager.default.removeItem(atPath: path)
    }

    private func serve(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
        do {
            try await connection.executeThenClose { inbound, outbound in
                guard let line = try await OperatorLine.first(of: inbound) else { return }
                let request = try JSONDecoder().decode(OperatorRequest.self, from: Data(line.utf8))
                let (replies, queue) = AsyncStream<OperatorReply>.makeStream()
                async let written: Void = {
                    for await reply in replies { try await outbound.write(OperatorLine.encode(reply)) }
                }()
                let console = Console(
                    language: request.language, workingFolder: URL(fileURLWithPath: request.workingFolder),
                    isInteractive: request.isInteractive, readInput: { request.input },
                    write: { queue.yield(.wrote($0, $1)) })
                let code = await carryOut(request, console)
                queue.yield(.ended(code))
                queue.finish()
                try await written
            }
        } catch {
            logger.warning("operator connection ended: \(error)")
        }
    }
}
