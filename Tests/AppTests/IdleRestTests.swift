import Kernel
import Synchronization
import TestKit
import Testing

@testable import yunchou

@Suite("NF-07 a server that nobody asks gives memory back") struct IdleRestTests {
    let time = VirtualClock(at: Instant(seconds: 1_800_000_000))

    /// A warehouse that only counts what it is asked, and how often it was told to rest.
    final class Sleeper: Sendable {
        struct State {
            var questions = 0
            var rests = 0
            /// What the next rests answer: `true` once it is empty.
            var answers: [Result<Bool, Trouble>] = []
        }
        struct Trouble: Error {}
        let state = Mutex(State())

        var rests: Int { state.withLock { $0.rests } }
        func ask() { state.withLock { $0.questions += 1 } }
        func answer(_ answers: [Result<Bool, Trouble>]) { state.withLock { $0.answers = answers } }

        func rest() throws -> Bool {
            let answer = state.withLock { state -> Result<Bool, Trouble> in
                state.rests += 1
                return state.answers.isEmpty ? .success(true) : state.answers.removeFirst()
            }
            return try answer.get()
        }
    }

    /// One look of the loop: what happens before it, and how often the warehouse rested up to then.
    struct Look: Sendable {
        var isAsked = false
        var rests: Int
    }

    private func rest(_ sleeper: Sleeper) -> IdleRest {
        IdleRest(
            clock: time.clock, questionCount: { sleeper.state.withLock { $0.questions } },
            giveBack: { try sleeper.rest() })
    }

    private func follow(_ sleeper: Sleeper, _ looks: [Look]) async throws {
        let rest = rest(sleeper)
        let loop = Task { try await rest.run() }
        for (place, look) in looks.enumerated() {
            try await sleeping()
            if look.isAsked { sleeper.ask() }
            time.advance(by: IdleRest.interval)
            try await sleeping()
            #expect(sleeper.rests == look.rests, "after look \(place + 1)")
        }
        loop.cancel()
        await #expect(throws: CancellationError.self) { try await loop.value }
    }

    /// The loop has done what it had to and waits for the next look.
    private func sleeping() async throws {
        for _ in 0..<10_000 where time.sleeperCount == 0 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(time.sleeperCount == 1, "the loop does not sleep")
    }

    @Test("NF-07 it rests once after a quiet spell, stays at rest, and rests again after the next question")
    func once() async throws {
        let looks = [
            Look(rests: 1), Look(rests: 1), Look(rests: 1), Look(isAsked: true, rests: 1),
            Look(isAsked: true, rests: 1), Look(rests: 2), Look(rests: 2),
        ]
        try await follow(Sleeper(), looks)
    }

    @Test("NF-07 a warehouse that is busy or cannot rest is tried again at the next look; the loop goes on")
    func again() async throws {
        let sleeper = Sleeper()
        sleeper.answer([.success(false), .failure(Sleeper.Trouble()), .success(false)])
        try await follow(sleeper, [1, 2, 3, 4, 4].map { Look(rests: $0) })
    }

    @Test("NF-07 nothing rests before a whole interval is over")
    func early() async throws {
        let sleeper = Sleeper()
        let rest = rest(sleeper)
        let loop = Task { try await rest.run() }
        try await sleeping()
        time.advance(by: IdleRest.interval - .seconds(1))
        try await Task.sleep(for: .milliseconds(20))
        #expect(sleeper.rests == 0 && time.sleeperCount == 1)
        time.advance(by: .seconds(1))
        try await sleeping()
        #expect(sleeper.rests == 1)
        loop.cancel()
        await #expect(throws: CancellationError.self) { try await loop.value }
    }
}
