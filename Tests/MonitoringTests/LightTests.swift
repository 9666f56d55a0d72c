import Kernel
import Testing
import Warehouse

@testable import Monitoring

@Suite struct LightTests {
    @Test(
        "KP-06 green from 100 %, amber from 90 %, red below, grey without a value",
        arguments: [
            (1.2, Light.green), (1, .green), (0.999_999, .amber), (0.9, .amber), (0.899_9, .red), (0, .red), (-3, .red),
        ])
    func standard(attainment: Double, light: Light) {
        #expect(LightLimits.standard.light(attainment) == light)
    }

    @Test("KP-06 nothing to judge by is grey, never red or green")
    func grey() {
        #expect(LightLimits.standard.light(nil) == .grey)
        #expect(LightLimits.standard.light(.nan) == .grey)
        #expect(attainment(of: .infinity, target: 1, direction: .higherIsBetter) == nil)
    }

    @Test(
        "KP-06 limits can be set; amber above green or below zero is refused",
        arguments: [(1.05, 0.95, true), (1, 1, true), (0.9, 0.95, false), (1, 0, false), (.infinity, 0.5, false)])
    func limits(green: Double, amber: Double, isValid: Bool) {
        #expect((LightLimits(green: green, amber: amber) != nil) == isValid)
    }

    @Test(
        "KP-06 attainment follows the direction: lower is better for cost, and NPS targets may be negative",
        arguments: [
            (90, 100, MetricDirection.higherIsBetter, 0.9), (110, 100, .higherIsBetter, 1.1),
            (110, 100, .lowerIsBetter, 0.9), (90, 100, .lowerIsBetter, 1.1), (200, 100, .lowerIsBetter, 0),
            (-5, -10, .higherIsBetter, 1.5), (-11, -10, .higherIsBetter, 0.9), (0, 0, .higherIsBetter, 1),
            (-1, 0, .higherIsBetter, 0), (-1, 0, .lowerIsBetter, 2),
        ] as [(Double, Double, MetricDirection, Double)])
    func direction(value: Double, target: Double, direction: MetricDirection, expected: Double) throws {
        let reached = try #require(attainment(of: value, target: target, direction: direction))
        #expect(abs(reached - expected) < 1e-12)
    }

    @Test("KP-06 every light has a shape and a word of its own")
    func shapes() {
        #expect(Set(Light.allCases.map(\.icon)).count == 4)
        #expect(Set(Light.allCases.map(\.word.zh)).count == 4)
    }
}
