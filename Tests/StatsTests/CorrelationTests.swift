import Testing

@testable import Stats

@Suite struct CorrelationTests {
    @Test("S-06 correlation agrees with Anscombe's published quartet, and says so where it is not defined")
    func published() throws {
        // Anscombe (1973), "Graphs in Statistical Analysis", The American Statistician 27: 0.816 for his first set.
        let x: [Double] = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
        let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
        let found = try #require(correlation(x, y))
        #expect(abs(found - 0.81642) < 0.00001)
        let opposite = try #require(correlation(x, x.map { -2 * $0 }))
        #expect(abs(opposite + 1) < 1e-12)
        #expect(correlation([1, 1, 1], [1, 2, 3]) == nil)
        #expect(correlation([1], [2]) == nil)
        #expect(correlation([1, 2], [1, 2, 3]) == nil)
    }
}
