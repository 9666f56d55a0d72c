import Foundation
import Kernel
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Testing

@testable import Web

/// The server as other programs see it: bytes over a socket of this machine, without any of our own client code.
@Suite("The server over a real socket", .timeLimit(.minutes(2)))
struct SocketTests {
    @Test("NF-07 health and a page answer over HTTP/1.1, several requests on one connection")
    func pages() async throws {
        try await serving { port, _ in
            let wire = try await Wire(port)
            try await wire.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            let health = try await wire.answer()
            #expect(health.status == 200)
            #expect(health.body.contains(#""status":"ok""#))
            try await wire.send("GET /sign-in HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n")
            let page = try await wire.answer()
            #expect([200, 303].contains(page.status))
            #expect(page.head.contains("content-security-policy: default-src 'self'"))
            try await wire.close()
        }
    }

    @Test("NF-07 a body over the limit is answered with 413 and does not reach a page")
    func large() async throws {
        try await serving { port, _ in
            let wire = try await Wire(port)
            try await wire.send(
                "POST /preferences HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n")
            try await wire.send("Content-Length: 4000000\r\n\r\n")
            try await wire.send(String(repeating: "a", count: 2_000_000))
            #expect(try await wire.answer().status == 413)
            try await wire.close()
        }
    }

    @Test("NF-07 what is not HTTP is refused and the server goes on")
    func nonsense() async throws {
        try await serving { port, _ in
            let wire = try await Wire(port)
            try await wire.send("\u{16}\u{3}nonsense\r\n\r\n")
            let answer = try await wire.text { _ in false }
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400"))
            try await wire.close()
            #expect(try await health(port) == 200)
        }
    }

    @Test("NF-07 an event stream stays open and brings events as they come")
    func events() async throws {
        try await serving { port, gate in
            let wire = try await Wire(port)
            try await wire.send("GET /test/events HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n")
            let first = try await wire.text { $0.contains("data: first") }
            #expect(first.contains("content-type: text/event-stream"))
            #expect(!first.contains("data: second"))
            #expect(try await health(port) == 200)
            gate.yield("second")
            let second = try await wire.text { $0.contains("data: second") }
            #expect(second.contains("event: part"))
            try await wire.close()
        }
    }

    @Test("NF-07 clients that send half a request, or read nothing, do not hold up the others")
    func slow() async throws {
        try await serving { port, _ in
            var wires: [Wire] = []
            for number in 0..<40 {
                let wire = try await Wire(port)
                let halves = [
                    "GET /healthz HTT", "POST /preferences HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nhalf",
                    "GET /sign-in HTTP/1.1\r\nHost: x\r\n\r\n",
                ]
                try await wire.send(halves[number % 3])
                wires.append(wire)
            }
            #expect(try await health(port) == 200)
            for wire in wires { try await wire.close() }
        }
    }

    private func health(_ port: Int) async throws -> Int {
        let wire = try await Wire(port)
        try await wire.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        let status = try await wire.answer().status
        try await wire.close()
        return status
    }

    /// A site on a free port of this machine, while `body` runs. What is yielded to the gate goes out on /test/events.
    private func serving(_ body: @Sendable @escaping (Int, AsyncStream<String>.Continuation) async throws -> Void)
        async throws
    {
        let (words, gate) = AsyncStream<String>.makeStream()
        let site = try await TestSite { _ in
            [
                .get("/test/events", .open) { _ in
                    .events { outlet in
                        try await outlet.send("part", "first")
                        for await word in words { try await outlet.send("part", word) }
                    }
                }
            ]
        }
        let (ports, ready) = AsyncStream<Int>.makeStream()
        let server = WebServer(site.site, host: "127.0.0.1", port: 0, ready: { ready.yield($0) })
        let group = ServiceGroup(configuration: .init(services: [.init(service: server)], logger: .init(label: "test")))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var ports = ports.makeAsyncIterator()
            let port = try #require(await ports.next())
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await body(port, gate)) } catch { outcome = .failure(error) }
            gate.finish()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try outcome.get()
        }
    }
}

/// A connection of a client that knows nothing but bytes.
private final class Wire: Sendable {
    struct Reply {
        var status: Int
        var head: String
        var body: String
    }

    private let channel: any Channel
    private let arrived: AsyncStream<[UInt8]>

    init(_ port: Int) async throws {
        let (arrived, inbox) = AsyncStream<[UInt8]>.makeStream()
        self.arrived = arrived
        channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { $0.pipeline.addHandler(Collector(inbox)) }
            .connect(host: "127.0.0.1", port: port).get()
    }

    func send(_ text: String) async throws { try await channel.writeAndFlush(ByteBuffer(string: text)) }
    /// The server may have been quicker.
    func close() async throws {
        do { try await channel.close().get() } catch ChannelError.alreadyClosed { return }
    }

    /// What arrives until `isEnough` says so, or until the server closes.
    func text(until isEnough: (String) -> Bool) async throws -> String {
        var bytes: [UInt8] = []
        for await piece in arrived {
            bytes += piece
            if isEnough(String(decoding: bytes, as: UTF8.self)) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One whole answer that names its length.
    func answer() async throws -> Reply {
        let text = try await text { $0.isWholeAnswer }
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return Reply(status: status ?? 0, head: String(parts.first ?? "").lowercased(), body: String(parts.last ?? ""))
    }

    private final class Collector: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer
        private let inbox: AsyncStream<[UInt8]>.Continuation
        init(_ inbox: AsyncStream<[UInt8]>.Continuation) { self.inbox = inbox }
        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            inbox.yield(Array(unwrapInboundIn(data).readableBytesView))
        }
        func channelInactive(context: ChannelHandlerContext) { inbox.finish() }
        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            inbox.finish()
            context.close(promise: nil)
        }
    }
}

extension String {
    fileprivate var isWholeAnswer: Bool {
        guard let end = range(of: "\r\n\r\n"),
            let length = self[..<end.lowerBound].lowercased().split(separator: "\r\n")
                .first(where: { $0.hasPrefix("content-length:") })?
                .split(separator: ":").last.flatMap({ Int($0.trimmingCharacters(in: .whitespaces)) })
        else { return false }
        return self[end.upperBound...].utf8.count >= length
    }
}
