import Kernel
import TestKit
import Testing

@testable import Records

@Suite struct PolicyTests {
    private static let everyRight = Action.allCases.flatMap { action in Resource.allCases.map { (action, $0) } }

    private func roles(_ random: inout SeededGenerator) -> Set<Role> {
        Set(Role.allCases.filter { _ in Bool.random(using: &random) })
    }

    /// Whether everything that `small` shows is shown by `large`.
    private func holds(_ large: RowScope?, _ small: RowScope?) -> Bool {
        guard let small else { return true }
        return large?.union(small) == large
    }

    @Test("WF-07 nobody gains a right, or sees a row more, by losing a role")
    func monotone() async throws {
        try await forAll(cases: 300) { random in
            let some = roles(&random)
            let more = some.union(roles(&random))
            return Self.everyRight.allSatisfy { action, resource in
                let regions: Set = ["east"]
                let dealers: Set = ["D1"]
                let small = Policy.scope(some, action, resource, regions: regions, dealers: dealers)
                let large = Policy.scope(more, action, resource, regions: regions, dealers: dealers)
                return (!Policy.allows(some, action, resource) || Policy.allows(more, action, resource))
                    && holds(large, small)
            }
        }
    }

    @Test("WF-07 a scope exists exactly where the right does")
    func scopes() async throws {
        try await forAll(cases: 300) { random in
            let roles = roles(&random)
            return Self.everyRight.allSatisfy { action, resource in
                Policy.allows(roles, action, resource)
                    == (Policy.scope(roles, action, resource, regions: [], dealers: []) != nil)
            }
        }
    }

    @Test("WF-07 only the administrator administers, and she does not approve plans or money")
    func administrator() {
        for role in Role.allCases {
            let administers = Resource.allCases.contains { Policy.allows(role, .administer, $0) }
            #expect(administers == (role == .administrator), "\(role)")
        }
        #expect(!Resource.allCases.contains { Policy.allows(.administrator, .approve, $0) })
        #expect(Resource.allCases.allSatisfy { Policy.allows(.administrator, .view, $0) })
    }

    @Test("WF-07 whoever may change, export or approve a kind may also see it")
    func seeing() {
        for role in Role.allCases {
            for (action, resource) in Self.everyRight where Policy.allows(role, action, resource) {
                #expect(Policy.allows(role, .view, resource), "\(role) \(action) \(resource)")
            }
        }
    }

    @Test("WF-07 a dealer sees no customer, no contact and no SQL, and of the rest only its own dealership")
    func dealer() {
        for resource in [Resource.customer, .contact, .query, .audit, .account, .budget] {
            #expect(!Policy.allows(.dealer, .view, resource))
        }
        let scope = Policy.scope([.dealer], .view, .order, regions: ["east"], dealers: ["D1"])
        #expect(scope == .dealers(["D1"]))
        #expect(scope?.shows(region: "east", dealer: "D2") == false)
        #expect(scope?.shows(region: nil, dealer: "D1") == true)
    }

    @Test(
        "WF-07 a region manager sees assigned regions, none without assignment, all only with a role that sees all of that kind"
    )
    func regionManager() {
        let scope = { (roles: Set<Role>, resource: Resource) in
            Policy.scope(roles, .view, resource, regions: ["east"], dealers: [])
        }
        #expect(scope([.regionManager], .order) == .regions(["east"]))
        #expect(Policy.scope([.regionManager], .view, .order, regions: [], dealers: []) == RowScope.none)
        #expect(scope([.regionManager, .finance], .order) == .all)
        // Finance has no right to customers: it must not widen what the region manager sees of them.
        #expect(scope([.regionManager, .finance], .customer) == .regions(["east"]))
    }

    @Test("WF-07 finance approves budgets, marketing asks for them and does not approve")
    func duties() {
        #expect(Policy.allows(.finance, .approve, .budget))
        #expect(Policy.allows(.marketing, .edit, .budget))
        #expect(!Policy.allows(.marketing, .approve, .budget))
        #expect(!Policy.allows(.marketing, .approve, .plan))
    }

    @Test("WF-07 the duties table is what it was; a change of rights shows in its diff", arguments: Language.allCases)
    func golden(language: Language) throws {
        let cells = DutiesTable.current.cells(in: language)
        #expect(Set(cells.map(\.count)).count == 1)
        try expectGolden(
            cells.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n", "duties-\(language.rawValue).tsv")
    }

    @Test("every problem of accounts and rights is told in two languages under a code of its own")
    func texts() {
        expectWellSaid(
            [
                AccessProblem.nameTaken("lin"), .nameUnfit, .unknownAccount("lin"), .unknownRole("x"), .noRole,
                .noRegion,
                .noDealer, .lastAdministrator, .passwordTooShort(least: 10), .passwordTooLong(most: 256),
                .passwordTooCommon,
                .passwordHoldsName, .wrongNameOrPassword, .tooManyTries(waitSeconds: 4), .tooBusy, .notSignedIn,
                .sessionEnded,
                .setupLinkInvalid, .alreadySetUp, .tokenInvalid, .tokenNameTaken("ci"), .tokenNameUnfit,
                .unknownScope("x"),
                .noScope, .forbidden(.approve, .budget),
            ] as [AccessProblem])
    }
}
