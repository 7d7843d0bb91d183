import LocalHTTP

/// Which requests of a REST protocol ask for which action.
package struct RESTRoute: Sendable {
    let method: String
    /// The path's parts; one in braces takes any text and is the member of that name.
    private let parts: [String]
    let action: any ServiceAction

    /// A route for a method and a path such as `/v2/email/identities/{EmailIdentity}`.
    package init(_ method: String, _ path: String, _ action: any ServiceAction) {
        self.method = method
        self.action = action
        parts = path.split(separator: "/").map(String.init)
    }

    /// The members that the path gives; nil where it is another route's.
    func members(of request: HTTPRequest) -> [WireObject.Member]? {
        let given = request.rawPath.split(separator: "/")
        guard request.method == method, given.count == parts.count else { return nil }
        var members: [WireObject.Member] = []
        for (part, text) in zip(parts, given) {
            guard let text = PercentEncoding.decode(text) else { return nil }
            if part.hasPrefix("{") {
                members.append(WireObject.Member(String(part.dropFirst().dropLast()), .string(text)))
            } else if part != text {
                return nil
            }
        }
        return members
    }
}
