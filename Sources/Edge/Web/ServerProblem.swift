import Foundation
package import Kernel
import NIOCore

/// The server cannot listen where it was told to.
package enum ServerProblem: Problem, Hashable {
    case portInUse(port: Int)
    case portReserved(port: Int)
    case addressUnusable(host: String, port: Int, reason: String)

    init(_ error: IOError, host: String, port: Int) {
        switch error.errnoCode {
        case EADDRINUSE: self = .portInUse(port: port)
        case EACCES: self = .portReserved(port: port)
        default: self = .addressUnusable(host: host, port: port, reason: "\(error)")
        }
    }

    package var code: String {
        switch self {
        case .portInUse: "server.port_in_use"
        case .portReserved: "server.port_reserved"
        case .addressUnusable: "server.address_unusable"
        }
    }

    package var kind: ProblemKind { .unavailable }

    package var text: Text {
        switch self {
        case .portInUse(let port):
            Text(
                zh: "端口 \(port) 已被其他程序占用。请停止该程序，或换一个端口：PORT=\(port + 1) make run。",
                en:
                    "Port \(port) is taken by another program. Stop it, or choose another port: PORT=\(port + 1) make run."
            )
        case .portReserved(let port):
            Text(
                zh: "当前用户无权使用端口 \(port)。请使用 1024 以上的端口，并由反向代理对外提供 80/443。",
                en: "This user may not take port \(port). Use one above 1024 and let a reverse proxy serve 80/443.")
        case .addressUnusable(let host, let port, let reason):
            Text(
                zh: "无法在 \(host):\(port) 上监听（\(reason)）。请检查 --host 与 --port。",
                en: "Can't listen on \(host):\(port) (\(reason)). Look at --host and --port.")
        }
    }
}
