import Foundation
import Kernel
import Synchronization

/// How often one may try to sign in. Three brakes, none of which a stranger can use to keep somebody else out:
///
/// 1. per account *and* place: after a few free tries, a wait that doubles up to a quarter of an hour;
/// 2. per place: a cap on wrong tries, whatever the account;
/// 3. per account over all places: when wrong tries pile up, every try from an unknown browser is slowed, never refused.
///
/// A place is a network address (IPv6: its /64), or a browser that was let into this account before: it has a lane of its
/// own, so that the administrator comes in even when a stranger tries her name from the very same address.
///
/// Every attempt counts as wrong until it has succeeded, so that many at the same moment gain nothing.
package final class SignInThrottle: Sendable {
    package struct Limits: Sendable {
        var freeTries = 5
        var firstWait = Duration.seconds(2)
        var longestWait = Duration.seconds(15 * 60)
        var wrongPerAddress = 50
        var addressWindow = Duration.seconds(10 * 60)
        var wrongBeforeSlow = 30
        var slowWindow = Duration.seconds(3600)
        var slowness = Duration.seconds(3)
        var mostPlaces = 50_000

        package static let standard = Limits()
    }

    package struct Attempt: Sendable, Hashable {
        let account: String
        /// Only of a browser that was let into this account before.
        let device: String?
        /// An IPv6 customer holds a whole /64.
        let network: String

        init(account: String, address: String, device: String? = nil) {
            self.account = account
            self.device = device
            network = SignInThrottle.network(of: address)
        }
    }

    private struct Lane: Hashable {
        let account: String
        let place: String
        let isDevice: Bool

        init(_ attempt: Attempt) {
            account = attempt.account
            place = attempt.device ?? attempt.network
            isDevice = attempt.device != nil
        }
    }
    private struct State {
        var lanes: [Lane: Tally] = [:]
        var addresses: [String: Tally] = [:]
        var accounts: [String: Tally] = [:]
    }
    /// Wrong tries since the first of them and until the latest.
    private struct Tally {
        var count = 0
        let first: Instant
        var latest: Instant
    }

    private let limits: Limits
    private let state = Mutex(State())

    init(limits: Limits) { self.limits = limits }

    /// How long to wait before the password is looked at; throws `tooManyTries` when it is not looked at now.
    /// A refused try counts nowhere: going on trying does not prolong the wait.
    func admit(_ attempt: Attempt, at now: Instant) throws -> Duration {
        try state.withLock { state in
            makeRoom(&state)
            let lane = Lane(attempt)
            expire(&state, attempt, now)
            try refuse(until: state.lanes[lane].map(opening), now)
            if attempt.device != nil {
                SignInThrottle.count(&state.lanes, lane, now)
                return .zero
            }
            try refuse(until: state.addresses[attempt.network].flatMap(addressOpening), now)
            SignInThrottle.count(&state.lanes, lane, now)
            SignInThrottle.count(&state.addresses, attempt.network, now)
            SignInThrottle.count(&state.accounts, attempt.account, now)
            let wrong = state.accounts[attempt.account]?.count ?? 0
            return wrong > limits.wrongBeforeSlow ? limits.slowness : .zero
        }
    }

    /// The attempt was no wrong one: clears its lane and takes back what `admit` counted elsewhere.
    func succeeded(_ attempt: Attempt) {
        state.withLock { state in
            state.lanes[Lane(attempt)] = nil
            if attempt.device != nil { return }
            state.addresses[attempt.network]?.count -= 1
            state.accounts[attempt.account]?.count -= 1
        }
    }

    /// How many places, addresses and accounts are remembered.
    var size: Int { state.withLock { $0.lanes.count + $0.addresses.count + $0.accounts.count } }

    // MARK: When it opens again

    private func opening(_ lane: Tally) -> Instant {
        if lane.count < limits.freeTries { return lane.latest }
        let doublings = min(lane.count - limits.freeTries, 20)
        return lane.latest + min(limits.firstWait * (1 << doublings), limits.longestWait)
    }

    private func addressOpening(_ address: Tally) -> Instant? {
        address.count < limits.wrongPerAddress ? nil : address.first + limits.addressWindow
    }

    private func refuse(until opening: Instant?, _ now: Instant) throws {
        guard let opening, now < opening else { return }
        throw AccessProblem.tooManyTries(waitSeconds: Int((opening - now).inSeconds.rounded(.up)))
    }

    // MARK: Counting and forgetting

    private func expire(_ state: inout State, _ attempt: Attempt, _ now: Instant) {
        if let lane = state.lanes[Lane(attempt)], now >= lane.latest + limits.slowWindow {
            state.lanes[Lane(attempt)] = nil
        }
        if let tally = state.addresses[attempt.network], now >= tally.first + limits.addressWindow {
            state.addresses[attempt.network] = nil
        }
        if let tally = state.accounts[attempt.account], now >= tally.first + limits.slowWindow {
            state.accounts[attempt.account] = nil
        }
    }

    private static func count<Key>(_ tallies: inout [Key: Tally], _ key: Key, _ now: Instant) {
        tallies[key, default: Tally(first: now, latest: now)].count += 1
        tallies[key]?.latest = now
    }

    /// When a flood of names or addresses fills the memory set aside, the longest untouched half goes.
    private func makeRoom(_ state: inout State) {
        SignInThrottle.halve(&state.lanes, above: limits.mostPlaces)
        SignInThrottle.halve(&state.addresses, above: limits.mostPlaces)
        SignInThrottle.halve(&state.accounts, above: limits.mostPlaces)
    }

    private static func halve<Key>(_ tallies: inout [Key: Tally], above most: Int) {
        if tallies.count <= most { return }
        let order = tallies.sorted { $0.value.latest > $1.value.latest }.prefix(most / 2)
        tallies = Dictionary(uniqueKeysWithValues: order.map { ($0.key, $0.value) })
    }

    /// `2001:db8:1:2::7` and `2001:db8:1:2:ffff::1` are one network; other addresses stand for themselves.
    static func network(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        let halves = address.prefix { $0 != "%" }.components(separatedBy: "::")
        let front = halves[0].split(separator: ":").map { $0.lowercased() }
        let back = halves.count > 1 ? halves[1].split(separator: ":").count : 0
        let gap = halves.count > 1 ? max(0, 8 - front.count - back) : 0
        let groups = front + Array(repeating: "0", count: gap)
        return groups.prefix(4).joined(separator: ":") + "::/64"
    }
}
