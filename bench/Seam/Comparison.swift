/// One thing that is measured, and how much slower than the peer it may be.
struct Comparison {
    enum Work: String { case aggregate, read, ingest }

    var work: Work
    var title: String
    var mostRatio: Double

    static let all = [
        Comparison(work: .aggregate, title: "aggregate query", mostRatio: 1.05),
        Comparison(work: .read, title: "reading 4 columns into sums", mostRatio: 1.0),
        Comparison(work: .ingest, title: "bulk load", mostRatio: 1.2),
    ]
}
