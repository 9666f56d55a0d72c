import Foundation
import Kernel

/// The new moons, numbered: 0 is that of 6 January 2000.
enum NewMoon {
    private static let meanMonth = 29.530588861

    /// The Beijing day of a new moon.
    static func day(_ number: Int) -> Day { DynamicalTime.beijingDay(moment(number)) }

    /// The last new moon on or before a day.
    static func number(notAfter day: Day) -> Int {
        var number = Int(((DynamicalTime.start(of: day) - 2_451_550.1) / meanMonth).rounded()) + 1
        while self.day(number) > day { number -= 1 }
        return number
    }

    /// When sun and moon have the same longitude. Meeus (1998), chapter 49: within some 20 seconds.
    static func moment(_ number: Int) -> Double {
        let k = Double(number)
        let t = k / 1_236.85
        let mean =
            2_451_550.09766 + meanMonth * k + 0.00015437 * t * t - 0.000000150 * t * t * t
            + 0.00000000073 * t * t * t * t
        return mean + periodic(k, t) + planetary(k, t)
    }

    private static func periodic(_ k: Double, _ t: Double) -> Double {
        let degree = Double.pi / 180
        let e = 1 - 0.002516 * t - 0.0000074 * t * t
        let sun = (2.5534 + 29.10535670 * k - 0.0000014 * t * t - 0.00000011 * t * t * t) * degree
        let moon =
            (201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t * t * t - 0.000000058 * t * t * t * t)
            * degree
        let f =
            (160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t * t * t + 0.000000011 * t * t * t * t)
            * degree
        let node = (124.7746 - 1.56375588 * k + 0.0020672 * t * t + 0.00000215 * t * t * t) * degree
        var sum = 0.0
        for place in stride(from: 0, to: terms.count, by: 5) {
            let angle = terms[place + 2] * sun + terms[place + 3] * moon + terms[place + 4] * f
            sum += terms[place] * pow(e, terms[place + 1]) * sin(angle)
        }
        return sum - 0.00017 * sin(node)
    }

    /// Amplitude in days, power of the eccentricity factor, multiples of sun's anomaly, moon's anomaly, argument of latitude.
    private static let terms: [Double] = [
        -0.40720, 0, 0, 1, 0, 0.17241, 1, 1, 0, 0, 0.01608, 0, 0, 2, 0, 0.01039, 0, 0, 0, 2,
        0.00739, 1, -1, 1, 0, -0.00514, 1, 1, 1, 0, 0.00208, 2, 2, 0, 0, -0.00111, 0, 0, 1, -2,
        -0.00057, 0, 0, 1, 2, 0.00056, 1, 1, 2, 0, -0.00042, 0, 0, 3, 0, 0.00042, 1, 1, 0, 2,
        0.00038, 1, 1, 0, -2, -0.00024, 1, -1, 2, 0, -0.00007, 0, 2, 1, 0, 0.00004, 0, 0, 2, -2,
        0.00004, 0, 3, 0, 0, 0.00003, 0, 1, 1, -2, 0.00003, 0, 0, 2, 2, -0.00003, 0, 1, 1, 2,
        0.00003, 0, -1, 1, 2, -0.00002, 0, -1, 1, -2, -0.00002, 0, 1, 3, 0, 0.00002, 0, 0, 4, 0,
    ]

    private static func planetary(_ k: Double, _ t: Double) -> Double {
        var sum = 0.0
        for place in stride(from: 0, to: planets.count, by: 3) {
            let square = place == 0 ? -0.009173 * t * t : 0
            sum += planets[place + 2] * sin((planets[place] + planets[place + 1] * k + square) * .pi / 180)
        }
        return sum
    }

    /// Degrees at k = 0, degrees a month, amplitude in days.
    private static let planets: [Double] = [
        299.77, 0.107408, 0.000325, 251.88, 0.016321, 0.000165, 251.83, 26.651886, 0.000164,
        349.42, 36.412478, 0.000126, 84.66, 18.206239, 0.000110, 141.74, 53.303771, 0.000062,
        207.14, 2.453732, 0.000060, 154.84, 7.306860, 0.000056, 34.52, 27.261239, 0.000047,
        207.19, 0.121824, 0.000042, 291.34, 1.844379, 0.000040, 161.72, 24.198154, 0.000037,
        239.56, 25.513099, 0.000035, 331.55, 3.592518, 0.000023,
    ]
}
