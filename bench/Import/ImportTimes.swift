/// Seconds of a round, or the best of several.
struct ImportTimes {
    var load = Double.infinity
    var rollUps = Double.infinity
    var reader = Double.infinity
    var byHand = Double.infinity

    mutating func take(_ round: ImportTimes, reader: Double, byHand: Double) {
        load = min(load, round.load)
        rollUps = min(rollUps, round.rollUps)
        self.reader = min(self.reader, reader)
        self.byHand = min(self.byHand, byHand)
    }
}
