internal import CADBC

/// The error slot of one driver call. Gives the driver's memory back at the end.
final class DriverError {
    let pointer: UnsafeMutablePointer<AdbcError>

    init() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: AdbcError())
    }

    var message: String? {
        pointer.pointee.message.map { String(cString: $0) }
    }

    deinit {
        pointer.pointee.release?(pointer)
        pointer.deallocate()
    }
}
