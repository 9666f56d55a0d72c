import Kernel
import Planning
import Records

/// What the page of a release rhythm shows.
struct RhythmRoom {
    let hours: Result<ActiveHours, ActiveHours.GapError>
    let campaigns: [Record]
    let campaign: Record?
    /// Slots that the campaign has already.
    let standing: [Record]
    let wish: ReleaseRhythm.Wish
    let today: Day

    /// `nil` without hours or a campaign.
    var rhythm: ReleaseRhythm? {
        guard case .success(let hours) = hours, let first = campaign?.day("starts_on") else { return nil }
        return ReleaseRhythm(hours, first: first, wish, from: today)
    }
}
