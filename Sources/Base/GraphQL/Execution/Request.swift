/// What a program sends: the text, the values of its variables, and which of its operations is meant.
package struct GraphQLRequest: Sendable {
    package let query: String
    package let operationName: String?
    package let variables: JSON

    /// - Parameter variables: an object.
    package init(query: String, operationName: String? = nil, variables: JSON = .object([])) {
        self.query = query
        self.operationName = operationName
        self.variables = variables
    }
}

/// What is answered. Without data nothing was done: the request itself was wrong.
package struct GraphQLAnswer: Sendable {
    /// `nil` where the request could not be begun.
    package let data: JSON?
    package let faults: [Fault]
}
