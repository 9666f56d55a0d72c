import Kernel
import Synchronization

/// The zone and currency that were chosen after the warehouse was opened; `nil` while those it was opened with hold.
final class BusinessTerms: Sendable {
    private let terms = Mutex<(zone: BusinessZone, currency: Currency)?>(nil)

    var zone: BusinessZone? { terms.withLock { $0?.zone } }
    var currency: Currency? { terms.withLock { $0?.currency } }

    func adopt(_ zone: BusinessZone, _ currency: Currency) { terms.withLock { $0 = (zone, currency) } }
}
