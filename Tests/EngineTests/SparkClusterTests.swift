import Engine
import Foundation
import Testing

extension Tag {
    /// Minutes rather than seconds.
    @Tag static var slow: Self
}

/// `make test-spark` runs these: they need a real Spark (PyPI pyspark, some 500 MB) and half a minute to start it.
@Suite("A real Spark cluster", .serialized, .tags(.slow), .enabled(if: SparkCluster.home != nil))
struct SparkClusterTests {
    private static let query = """
        SELECT id % 10 AS k, count(*) AS n, sum(pmod(id * 31, 97)) AS s FROM range(0, 400000000, 1, 24) GROUP BY 1 ORDER BY 1
        """

    @Test(
        "DA-01 a worker that is killed in mid-query does not change the answer, and the 30 common queries agree with DuckDB",
        .timeLimit(.minutes(15)))
    func cluster() async throws {
        let cluster = try await SparkCluster(home: try #require(SparkCluster.home))
        let spark = try await cluster.open()
        let duckdb = try await Engines.duckdb()
        try await commonQueries(spark, duckdb)
        let undisturbed = try await spark.query(Self.query)
        async let disturbed = spark.query(Self.query)
        try await Task.sleep(for: .seconds(2))
        cluster.killWorker(0)
        #expect(try Answer(await disturbed) == Answer(undisturbed))
        #expect(undisturbed.rowCount == 10)
        #expect(try undisturbed.ints("n").reduce(0, +) == 400_000_000)
        await #expect(throws: EngineProblem.timedOut(sql: SparkConnectTests.endless, after: .seconds(3))) {
            try await spark.query(SparkConnectTests.endless, timeout: .seconds(3))
        }
        #expect(try await spark.query("SELECT 1 AS n", timeout: .seconds(60)).single().int("n") == 1)
        await spark.close()
        await duckdb.close()
        withExtendedLifetime(cluster) {}
    }

    private func commonQueries(_ spark: Engine, _ duckdb: Engine) async throws {
        let fixture = try await EventsFixture()
        try await duckdb.execute(fixture.duckdbView)
        try await spark.withSession { session in
            try await session.execute(fixture.sparkView)
            for query in try NamedQuery.all() where query.name != "approx_distinct" {
                let difference = try await Answer(duckdb.query(query.sql)).difference(
                    from: Answer(session.query(query.sql)))
                #expect(difference == nil, "\(query.name): \(difference ?? "")")
            }
        }
    }
}
