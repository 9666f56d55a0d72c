import Kernel

/// What was read of one count of baskets, kept until the next count: the same figures are looked at again and again, and
/// change once an hour at most.
actor BasketMemory {
    /// Names one answer.
    enum Key: Hashable, Sendable {
        case figures(BasketKind?, [Period], RegionChoice)
        case values(BasketKind?, [Period], ValueHorizon, RegionChoice)
        case curves(RegionChoice)
        case promotions(Period, RegionChoice)
        case pairs(BasketKind, RegionChoice)
        case products, regions
    }

    private var countedAt: Instant?
    private var answers: [Key: any Sendable] = [:]
    private static let limit = 500

    /// From now on, answers are those of this count; what was known of another is forgotten.
    func turn(to count: Instant?) {
        guard count != countedAt else { return }
        countedAt = count
        answers.removeAll()
    }

    /// What is known, or what `make` reads. It is kept unless another count came while it was read.
    func recall<R: Sendable>(_ key: Key, _ make: @Sendable () async throws -> R) async throws -> R {
        if let known = answers[key] as? R { return known }
        let count = countedAt
        let answer = try await make()
        guard count == countedAt else { return answer }
        if answers.count >= Self.limit { answers.removeAll() }
        answers[key] = answer
        return answer
    }
}
