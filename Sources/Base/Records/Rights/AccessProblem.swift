package import Kernel

/// Why somebody may not come in or may not do something, and what can be done about it.
package enum AccessProblem: Problem, Hashable {
    // Accounts
    case nameTaken(String)
    case nameUnfit
    case unknownAccount(String)
    case unknownRole(String)
    case noRole
    case noRegion
    case noDealer
    case lastAdministrator
    // Passwords
    case passwordTooShort(least: Int)
    case passwordTooLong(most: Int)
    case passwordTooCommon
    case passwordHoldsName
    // Coming in
    case wrongNameOrPassword
    case tooManyTries(waitSeconds: Int)
    case tooBusy
    case notSignedIn
    case sessionEnded
    case setupLinkInvalid
    case alreadySetUp
    // Tokens
    case tokenInvalid
    case tokenNameTaken(String)
    case tokenNameUnfit
    case unknownScope(String)
    case noScope
    // Rights
    case forbidden(Action, Resource)

    package var kind: ProblemKind {
        switch self {
        case .nameTaken, .tokenNameTaken, .lastAdministrator, .alreadySetUp: .conflict
        case .unknownAccount: .missing
        case .wrongNameOrPassword, .notSignedIn, .sessionEnded, .setupLinkInvalid, .tokenInvalid: .unauthenticated
        case .tooManyTries: .limited
        case .tooBusy: .unavailable
        case .forbidden: .forbidden
        default: .invalid
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .nameTaken, .nameUnfit, .tokenNameTaken, .tokenNameUnfit: ProblemPlace(field: "name")
        case .passwordTooShort, .passwordTooLong, .passwordTooCommon, .passwordHoldsName:
            ProblemPlace(field: "password")
        case .unknownRole, .noRole: ProblemPlace(field: "role")
        case .noRegion: ProblemPlace(field: "region")
        case .noDealer: ProblemPlace(field: "dealer")
        case .unknownScope, .noScope: ProblemPlace(field: "scope")
        default: nil
        }
    }

    package var code: String {
        switch self {
        case .nameTaken: "access.name_taken"
        case .nameUnfit: "access.name_unfit"
        case .unknownAccount: "access.unknown_account"
        case .unknownRole: "access.unknown_role"
        case .noRole: "access.no_role"
        case .noRegion: "access.no_region"
        case .noDealer: "access.no_dealer"
        case .lastAdministrator: "access.last_administrator"
        case .passwordTooShort: "access.password_too_short"
        case .passwordTooLong: "access.password_too_long"
        case .passwordTooCommon: "access.password_too_common"
        case .passwordHoldsName: "access.password_holds_name"
        case .wrongNameOrPassword: "access.wrong_name_or_password"
        case .tooManyTries: "access.too_many_tries"
        case .tooBusy: "access.too_busy"
        case .notSignedIn: "access.not_signed_in"
        case .sessionEnded: "access.session_ended"
        case .setupLinkInvalid: "access.setup_link_invalid"
        case .alreadySetUp: "access.already_set_up"
        case .tokenInvalid: "access.token_invalid"
        case .tokenNameTaken: "access.token_name_taken"
        case .tokenNameUnfit: "access.token_name_unfit"
        case .unknownScope: "access.unknown_scope"
        case .noScope: "access.no_scope"
        case .forbidden: "access.forbidden"
        }
    }
}
