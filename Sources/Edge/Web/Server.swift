import HTTPTypes
package import Hummingbird
import Kernel
import NIOCore
import ServiceLifecycle

/// Answers Hummingbird's requests with a `Site`: the only place that knows which server runs.
package struct SiteResponder: HTTPResponder {
    package typealias Context = SiteContext
    private let site: Site

    package init(_ site: Site) { self.site = site }

    package func respond(to request: Request, context: SiteContext) async throws -> Response {
        let answer = await site.answer(webRequest(request, peer: context.peer))
        var headers = HTTPFields()
        for (name, value) in answer.headers.fields {
            if let field = HTTPField.Name(name) { headers.append(HTTPField(name: field, value: value)) }
        }
        return Response(status: .init(code: answer.status), headers: headers, body: responseBody(answer.body))
    }

    private func webRequest(_ request: Request, peer: String) -> WebRequest {
        var headers = HeaderFields()
        for field in request.headers { headers.add(field.name.rawName, field.value) }
        if let host = request.head.authority, headers["host"] == nil { headers.add("host", host) }
        let body = request.body
        return WebRequest(
            method: Method(rawValue: request.method.rawValue), target: request.head.path ?? "/", headers: headers,
            peer: peer,
            body: IncomingBody { sink in
                for try await buffer in body { try await sink([UInt8](buffer: buffer)[...]) }
            })
    }

    private func responseBody(_ body: Answer.Body) -> ResponseBody {
        switch body {
        case .bytes(let bytes):
            return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .stream(let write):
            return ResponseBody { writer in
                let rendezvous = Rendezvous()
                // Streams that last as long as the reader looks must not keep the server from stopping.
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        try await cancelWhenGracefulShutdown { try await Self.produce(write, into: rendezvous) }
                    }
                    do {
                        while let piece = await rendezvous.take() { try await writer.write(ByteBuffer(bytes: piece)) }
                    } catch {
                        await rendezvous.close()
                        throw error
                    }
                    try await group.waitForAll()
                }
                try await writer.finish(nil)
            }
        }
    }

    private static func produce(
        _ write: @Sendable (Outlet) async throws -> Void, into rendezvous: Rendezvous
    ) async throws {
        do {
            try await write(Outlet { try await rendezvous.send($0) })
            await rendezvous.close()
        } catch {
            await rendezvous.close()
            throw error
        }
    }
}

/// What Hummingbird tells about a connection.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package let peer: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
