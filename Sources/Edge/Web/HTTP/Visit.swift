package import Kernel

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
    package let signed: Signed?
    package let reader: Reader
    /// The address of the person's own machine: behind a trusted proxy, the one the proxy names.
    package let address: String
    /// Named in logs and error pages.
    package let id: String

    package var language: Language { reader.language }
    package var query: FieldValues { request.query }

    /// A `:parameter` of the path.
    package subscript(parameter: String) -> String { parameters[parameter] ?? "" }

    /// Who is signed in, or the problem that says to sign in.
    package func requireSigned() throws -> Signed {
        guard let signed else { throw WebProblem.signInFirst }
        return signed
    }

    /// May the person do this (to show or leave out a button; the route behind it checks again)?
    package func may(_ action: Action, _ resource: Resource) -> Bool {
        signed.map { Policy.allows($0.role, action, resource) } ?? false
    }

    /// This page's address with one field of its query changed (`nil`: taken out).
    package func address(setting name: String, to value: String?) -> String {
        var query = request.query
        query[name] = value
        let encoded = query.encoded
        return encoded.isEmpty ? request.path : request.path + "?" + encoded
    }
}
