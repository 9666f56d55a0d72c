internal import CADBC

/// Owns what the engine handed over, and gives it back when the last view of it is gone.
///
/// `@unchecked Sendable`: nothing writes to the array after the initialiser; Arrow allows reading and releasing on any thread.
@usableFromInline final class BatchStorage: @unchecked Sendable {
    let array: UnsafeMutablePointer<ArrowArray>

    init(taking taken: ArrowArray) {
        array = .allocate(capacity: 1)
        array.initialize(to: taken)
    }

    deinit {
        array.pointee.release?(array)
        array.deallocate()
    }
}
