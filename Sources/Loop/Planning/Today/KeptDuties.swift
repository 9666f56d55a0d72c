import Kernel
import Synchronization

/// What waits for whom, as long as nothing has changed.
final class KeptDuties: Sendable {
    private struct Reader: Hashable {
        let account: Int64
        let kinds: Set<Duty.Kind>
    }

    private struct Kept {
        var change: Int64 = -1
        var day = Day(daysSince1970: .min)
        var duties: [Reader: [Duty]] = [:]
    }

    private let kept = Mutex(Kept())

    /// - Parameters:
    ///   - change: the last change of all that is kept; another number than last time forgets everything.
    ///   - read: reads them when they are not known.
    func duties(
        of account: Int64, _ kinds: Set<Duty.Kind>, change: Int64, day: Day, read: () throws -> [Duty]
    ) rethrows -> [Duty] {
        let reader = Reader(account: account, kinds: kinds)
        let known = kept.withLock { kept -> [Duty]? in
            kept.change == change && kept.day == day ? kept.duties[reader] : nil
        }
        if let known { return known }
        let duties = try read()
        kept.withLock { kept in
            // A slower reader of an older state leaves what is newer.
            if change < kept.change { return }
            if kept.change != change || kept.day != day { kept = Kept(change: change, day: day) }
            kept.duties[reader] = duties
        }
        return duties
    }
}
