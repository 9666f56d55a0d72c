package import Kernel
package import Records
package import Store

/// One request on its way to a handler, with all that was found out about it: who asks, in which language, with which
/// fields.
package struct Visit: Sendable {
    package let app: AppContext
    package let request: WebRequest
    /// The values of the path's `:parameters`.
    package let parameters: [String: String]
    /// The fields of the sent form; empty for routes that stream.
    package let form: FieldValues
    /// Who is signed in. Present on every route that is not `.open`.
    package let signed: SignedIn?
    package let reader: Reader
    /// The address of the person's own machine: behind a trusted proxy, the one the proxy names.
    package let address: String
    /// Named in logs and error pages.
    package let id: String

    package var language: Language { reader.language }
    package var query: FieldValues { request.query }

    /// A `:parameter` of the path.
    package subscript(parameter: String) -> String { parameters[parameter] ?? "" }

    /// A `:parameter` that is a number; what is none names nothing that exists.
    package func number(_ parameter: String) throws -> Int64 {
        guard let number = Int64(self[parameter]) else { throw WebProblem.pageUnknown }
        return number
    }

    /// Who is signed in, or the problem that says to sign in.
    package func person() throws -> SignedIn {
        guard let signed else { throw AccessProblem.notSignedIn }
        return signed
    }

    /// For the audit log.
    package func author() throws -> Author { try person().author }

    /// May the person do this (to show or leave out a button; the route behind it checks again)?
    package func may(_ action: Action, _ resource: Resource) -> Bool { signed?.allows(action, resource) ?? false }

    /// The rows of a kind the person may act on; throws when she may not act on the kind at all.
    package func scope(_ action: Action, _ resource: Resource) throws -> RowScope {
        try person().require(action, resource)
    }

    /// This page's address with one field of its query changed (`nil`: taken out).
    package func address(setting name: String, to value: String?) -> String {
        var query = request.query
        query[name] = value
        let encoded = query.encoded
        return encoded.isEmpty ? request.path : request.path + "?" + encoded
    }
}
