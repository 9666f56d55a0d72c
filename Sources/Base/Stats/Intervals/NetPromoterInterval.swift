/// The confidence interval of a net promoter score, in points from -100 to 100. `nil` without answers.
/// The adjusted Wald interval of Rocks (2016), "Interval estimation for the net promoter score", The American
/// Statistician 70(4): 3/4 of an answer is added to the promoters and to the detractors, 3/2 to the passives.
package func netPromoterInterval(
    promoters: Double, detractors: Double, answers: Double, confidence: Double = 0.95
) -> (lower: Double, upper: Double)? {
    guard answers > 0, promoters >= 0, detractors >= 0, promoters + detractors <= answers else { return nil }
    let total = answers + 3
    let up = (promoters + 0.75) / total
    let down = (detractors + 0.75) / total
    let variance = up + down - (up - down) * (up - down)
    let half = normalQuantile(0.5 + confidence / 2) * (variance / total).squareRoot()
    return (max(-100, 100 * (up - down - half)), min(100, 100 * (up - down + half)))
}
