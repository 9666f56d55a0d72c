/// The confidence interval of a share: `successes` out of `trials`.
/// Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22. `nil` without trials.
package func wilsonInterval(successes: Double, trials: Double, confidence: Double = 0.95) -> (
    lower: Double, upper: Double
)? {
    guard trials > 0, successes >= 0, successes <= trials else { return nil }
    let z = normalQuantile(0.5 + confidence / 2)
    let share = successes / trials
    let shrink = 1 + z * z / trials
    let centre = (share + z * z / (2 * trials)) / shrink
    let half = z * (share * (1 - share) / trials + z * z / (4 * trials * trials)).squareRoot() / shrink
    return (max(0, centre - half), min(1, centre + half))
}
