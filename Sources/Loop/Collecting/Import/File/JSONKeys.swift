import Foundation

/// The keys of the first thousand objects, in the order of their first appearance in the text.
struct JSONKeys {
    private(set) var names: [String] = []
    private var known: Set<String> = []
    private var seen = 0

    mutating func take(_ line: String) {
        guard seen < 1_000 else { return }
        seen += 1
        let object: Any
        do { object = try JSONSerialization.jsonObject(with: Data(line.utf8)) } catch { return }
        guard let keys = (object as? [String: Any])?.keys else { return }
        let fresh = keys.filter { !known.contains($0) }
        known.formUnion(fresh)
        names += fresh.sorted { place($0, line) < place($1, line) }
    }

    private func place(_ key: String, _ line: String) -> Int {
        line.range(of: "\"\(key)\"").map { line.utf8.distance(from: line.startIndex, to: $0.lowerBound) } ?? Int.max
    }
}

/// Cuts text into lines, across chunks.
struct LineCutter {
    private var line: [UInt8] = []

    mutating func feed(_ chunk: [UInt8], _ emit: ([UInt8]) throws -> Void) throws {
        for part in chunk.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 {
                try emit(line)
                line.removeAll(keepingCapacity: true)
            }
            line.append(contentsOf: part.element)
        }
    }

    mutating func finish(_ emit: ([UInt8]) throws -> Void) throws {
        if !line.isEmpty { try emit(line) }
    }
}
