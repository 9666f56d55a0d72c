import Engine
import Kernel

/// Numbers of measures by period and member, as the roll-ups gave them.
struct MeasureCube: Sendable {
    private var numbers: [MeasureNeed: [[String: Double]]] = [:]
    private(set) var members: Set<String> = []
    let periodCount: Int

    init(periodCount: Int) { self.periodCount = periodCount }

    /// Takes in the answer to one question.
    mutating func add(_ table: EngineTable, of select: RollUpSelect) throws {
        let needs = select.measures.map { MeasureNeed(measure: $0, isOpening: select.window == .opening) }
        for need in needs where numbers[need] == nil { numbers[need] = Array(repeating: [:], count: periodCount) }
        for row in table.rows {
            let bucket = Int(try row.int("bucket")), member = try row.text("member")
            if select.by != nil { members.insert(member) }
            for need in needs { numbers[need]?[bucket][member] = try row.optionalDouble(need.measure.rawValue) }
        }
    }

    /// Nothing counted is zero: whether there was anything to count is asked elsewhere (`Coverage`).
    func number(_ need: MeasureNeed, period: Int, member: String) -> Double {
        numbers[need]?[period][member] ?? 0
    }
}
