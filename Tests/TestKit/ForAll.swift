package import Kernel
package import Testing

/// Runs a property on `cases` random inputs. The generator of case n follows from the seed and n alone,
/// and a failing case says both, so that it can be run again alone.
package func forAll(
    seed: UInt64 = 1, cases: Int = 100, sourceLocation: SourceLocation = #_sourceLocation,
    _ property: (inout SeededGenerator) async throws -> Bool
) async throws {
    for index in 0..<cases {
        var generator = Seed(seed).derive("case", index).generator
        let holds = try await property(&generator)
        if !holds {
            Issue.record("The property fails for seed \(seed), case \(index).", sourceLocation: sourceLocation)
            return
        }
    }
}
