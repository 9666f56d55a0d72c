import Kernel
import TestKit
import Testing

@testable import Records

/// How a body's votes are counted, case by case. `+` yes, `-` no, `r` returned, `.` silent, `x` gone; the first is the chair.
@Suite struct ApprovalBallotTests {
    private func standing(_ rule: ApprovalBody.Rule, quorum: Int, _ votes: String, isOver: Bool = false)
        -> ApprovalStanding
    {
        let seats = votes.enumerated().map { place, vote in
            let decision: ApprovalDecision? =
                switch vote {
                case "+": .approve
                case "-": .reject
                case "r": .return
                default: nil
                }
            return ApprovalSeat(
                step: 0, accountID: Int64(place), name: "", standsFor: nil, isEscalation: false, isGone: vote == "x",
                function: ["marketing", "sales", "finance", "sales", "finance"][place], isChair: place == 0,
                decision: decision, text: nil, decidedAt: nil)
        }
        let ballot = ApprovalBallot(
            step: 0, isEscalation: false, bodyID: 1, name: "", rule: rule, seats: seats.count, quorum: quorum)
        return ballot.standing(seats, isOver: isOver)
    }

    @Test(
        "S-05 each rule of decision, before the end of its time",
        arguments: [
            (ApprovalBody.Rule.majority, 2, "++...", ApprovalStanding.open), (.majority, 2, "+++..", .agreed),
            (.majority, 2, "--...", .open), (.majority, 2, "---..", .refused(.rejected)),
            (.majority, 2, "rr-..", .refused(.returned)), (.majority, 3, "++xx.", .open),
            (.majority, 3, "+-xxx", .stuck), (.majority, 2, "+-xxx", .refused(.rejected)),
            (.twoThirds, 2, "+++..", .open), (.twoThirds, 2, "++++.", .agreed),
            (.twoThirds, 2, "--...", .refused(.rejected)), (.unanimous, 1, "++++.", .open),
            (.unanimous, 1, "+++++", .agreed), (.unanimous, 5, "..-..", .refused(.rejected)),
            (.unanimous, 5, "....x", .stuck), (.chair, 1, "+....", .agreed), (.chair, 3, "++...", .open),
            (.chair, 3, "++-..", .agreed), (.chair, 3, "-....", .refused(.rejected)), (.chair, 1, "x++++", .stuck),
            (.eachFunction, 3, "+++..", .open), (.eachFunction, 3, "+++++", .agreed),
            (.eachFunction, 3, "-....", .refused(.rejected)), (.eachFunction, 3, "+-.x.", .refused(.rejected)),
            (.eachFunction, 1, "x....", .stuck),
        ])
    func counted(_ rule: ApprovalBody.Rule, quorum: Int, votes: String, expected: ApprovalStanding) {
        #expect(standing(rule, quorum: quorum, votes) == expected)
    }

    @Test(
        "S-05 when its time is over, those who spoke decide if they are a quorum",
        arguments: [
            (ApprovalBody.Rule.majority, 2, "++...", ApprovalStanding.agreed), (.majority, 3, "++...", .stuck),
            (.majority, 2, "+-...", .refused(.rejected)), (.majority, 1, ".....", .stuck),
            (.twoThirds, 3, "++-..", .agreed), (.unanimous, 2, "++...", .agreed), (.chair, 2, ".++..", .stuck),
            (.eachFunction, 3, "+++..", .agreed), (.eachFunction, 2, "++...", .stuck),
        ])
    func over(_ rule: ApprovalBody.Rule, quorum: Int, votes: String, expected: ApprovalStanding) {
        #expect(standing(rule, quorum: quorum, votes, isOver: true) == expected)
    }

    @Test(
        "S-05 a quorum is the least number of seats that reaches its share; more than half where nothing is said",
        arguments: [
            (0.66, 3, 2), (0.75, 3, 3), (0.75, 4, 3), (1.0, 3, 3), (0.1, 30, 3), (0.3, 10, 3), (0.0, 5, 1),
            (1.5, 4, 6), (nil, 3, 2), (nil, 4, 3),
        ] as [(Double?, Int, Int)])
    func quorum(share: Double?, seats: Int, least: Int) {
        let body = ApprovalBody(id: 1, code: "", name: "", rule: .majority, quorum: share, seats: [])
        #expect(body.quorumCount(of: seats) == least)
    }
}
