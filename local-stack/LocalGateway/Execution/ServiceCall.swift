import LocalHTTP

/// Says which action of a service is called, in the way of the service's protocol.
struct ServiceCall {
    private let address: ServiceAddress

    init(_ address: ServiceAddress) {
        self.address = address
    }

    /// Adds the action to the headers or the query, and returns the path to call.
    func complete(_ headers: inout HTTPHeaders, _ query: inout [(String, String)], path: String) -> String {
        guard case .action(let action) = address.call else { return path == "//" ? "/" : path }
        switch ServiceProtocol(service: address.service) {
        case .json(let prefix, let type):
            headers["X-Amz-Target"] = "\(prefix).\(action)"
            headers["Content-Type"] = type
        default: query.append(("Action", action))
        }
        return "/"
    }
}
