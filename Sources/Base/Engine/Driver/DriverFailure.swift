internal import CADBC

/// A driver call that did not succeed: its status and the driver's words.
struct DriverFailure: Error {
    var status: AdbcStatusCode
    var message: String

    /// Said about a statement.
    func problem(sql: String) -> EngineProblem {
        let lower = message.lowercased()
        if lower.contains("no space left on device") || lower.contains("disk quota exceeded") {
            return .diskFull(reason: message)
        }
        if lower.contains("out of memory") || lower.contains("failed to allocate")
            || lower.contains("failed to offload")
        {
            return .outOfMemory(sql: sql, reason: message)
        }
        if lower.contains("connection refused") || lower.contains("code = unavailable")
            || lower.contains("transport: error")
        {
            return .unreachable(target: "spark", reason: message)
        }
        return .failed(sql: sql, reason: message)
    }
}

/// Makes one driver call and throws its error. A function that the driver lacks counts as "not implemented".
func driverCall(_ body: (UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode?) throws(DriverFailure) {
    let error = DriverError()
    guard let status = body(error.pointer) else {
        throw DriverFailure(status: AdbcStatusCode(CADBC_NOT_IMPLEMENTED), message: "the driver lacks this function")
    }
    guard status == AdbcStatusCode(CADBC_OK) else {
        throw DriverFailure(status: status, message: error.message ?? "status \(status)")
    }
}
