import Engine
import Kernel

/// Numbers of measures by period and member, as the roll-ups gave them.
struct MeasureCube: Sendable {
    private var numbers: [MeasureNeed: [[String: Double]]] = [:]
    private(set) var members: Set<String> = []
    let periodCount: Int

    init(periodCount: Int) { self.periodCount = periodCount }

    /// Takes in one part of the answer.
    mutating func add(_ part: MetricMemory.Part, of select: RollUpSelect, period: Int) {
        let needs = select.measures.map { MeasureNeed(measure: $0, isOpening: select.window == .opening) }
        for need in needs where numbers[need] == nil { numbers[need] = Array(repeating: [:], count: periodCount) }
        for (member, values) in part {
            if select.by != nil { members.insert(member) }
            for (need, value) in zip(needs, values) { numbers[need]?[period][member] = value }
        }
    }

    /// Nothing counted is zero: whether there was anything to count is asked elsewhere (`Coverage`).
    func number(_ need: MeasureNeed, period: Int, member: String) -> Double {
        numbers[need]?[period][member] ?? 0
    }
}
