import Foundation

/// Where the sun stands, seen from the Earth's centre.
enum SunPosition {
    /// Apparent longitude in degrees, 0 at the spring equinox of the day; not brought into 0…360.
    /// Meeus (1998), chapter 25 "higher accuracy": VSOP87, into the FK5 system, with nutation and aberration.
    static func longitude(_ moment: Double) -> Double {
        let centuries = (moment - 2_451_545) / 36_525
        let heliocentric = earth(millennia: centuries / 10)
        let anomaly = (357.52911 + 35_999.05029 * centuries) * .pi / 180
        let distance = 1.00014 - 0.01671 * cos(anomaly) - 0.00014 * cos(2 * anomaly)
        let seconds = nutation(centuries, anomaly) - 20.4898 / distance - 0.09033
        return heliocentric * 180 / .pi + 180 + seconds / 3_600
    }

    /// The moment at which the sun reaches a longitude, near the guess. Meeus (1998), chapter 27: 58 days a radian.
    static func moment(of longitude: Double, near guess: Double) -> Double {
        var moment = guess
        for _ in 0..<20 {
            let step = 58 * sin((longitude - self.longitude(moment)) * .pi / 180)
            moment += step
            if abs(step) < 1e-7 { break }
        }
        return moment
    }

    private static func earth(millennia: Double) -> Double {
        var sum = 0.0
        var power = 1.0
        for series in SunSeries.powers {
            var part = 0.0
            for place in stride(from: 0, to: series.count, by: 3) {
                part += series[place] * cos(series[place + 1] + series[place + 2] * millennia)
            }
            sum += part * power
            power *= millennia
        }
        return sum / 1e8
    }

    /// Nutation in longitude, in seconds of arc: the seven largest terms of the IAU 1980 theory.
    private static func nutation(_ centuries: Double, _ anomaly: Double) -> Double {
        let degree = Double.pi / 180
        let node = (125.04452 - 1_934.136261 * centuries) * degree
        let sun = (280.4665 + 36_000.7698 * centuries) * degree
        let moon = (218.3165 + 481_267.8813 * centuries) * degree
        let moonAnomaly = (134.96298 + 477_198.867398 * centuries) * degree
        return -17.20 * sin(node) - 1.32 * sin(2 * sun) - 0.23 * sin(2 * moon) + 0.21 * sin(2 * node)
            + 0.1426 * sin(anomaly) + 0.0712 * sin(moonAnomaly) - 0.0517 * sin(2 * sun + anomaly)
    }
}
