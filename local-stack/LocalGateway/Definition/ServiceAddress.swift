import CloudTemplate

/// The URI of an AWS integration: `arn:aws:apigateway:{region}:{service}:path/{path}` or `…:action/{action}`.
struct ServiceAddress: Sendable {
    enum Call: Sendable {
        /// A path with variables in braces; it begins with a slash.
        case path(String)
        /// A query action.
        case action(String)
    }

    let service: String
    let region: String
    let call: Call

    init?(_ reader: PropertyReader) {
        guard let uri = reader.requiredText("uri") else { return nil }
        let pattern = /arn:aws[a-z-]*:apigateway:([a-z0-9-]+):([a-z0-9.-]+):(path|action)\/(.*)/
        guard let match = uri.wholeMatch(of: pattern) else {
            reader.refuse("uri", "is no arn:aws:apigateway:region:service:path/… or …:action/…: \(uri)")
            return nil
        }
        region = String(match.1)
        service = String(match.2)
        call = match.3 == "action" ? .action(String(match.4)) : .path("/" + match.4)
        guard ServiceProtocol(service: service) != nil else {
            reader.refuse("uri", "names the service \(service), which does not run on this machine")
            return nil
        }
    }
}
