import CloudTemplate

/// The document's own wording of the gateway's answers.
struct GatewayResponses: Sendable {
    private let responses: [String: GatewayResponse]

    init(_ reader: PropertyReader?) {
        let named = reader?.namedReaders() ?? []
        let known = Set(GatewayResponseType.allCases.map(\.rawValue) + ["DEFAULT_4XX", "DEFAULT_5XX"])
        // Types of answers that this gateway never gives (authorizers, quotas of keys) stay among the leftovers.
        responses = Dictionary(
            uniqueKeysWithValues: named.filter { known.contains($0.name) }.map {
                ($0.name, GatewayResponse($0.reader))
            }
        )
        for entry in named where !known.contains(entry.name) { entry.reader.refuseUnknownType() }
    }

    /// The wording for a type: its own, else that of its class, else API Gateway's.
    func response(for type: GatewayResponseType) -> GatewayResponse {
        responses[type.rawValue] ?? responses[type.status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX"] ?? .standard
    }
}

extension PropertyReader {
    fileprivate func refuseUnknownType() {
        let known = [
            "ACCESS_DENIED", "AUTHORIZER_CONFIGURATION_ERROR", "AUTHORIZER_FAILURE", "EXPIRED_TOKEN",
            "INTEGRATION_TIMEOUT", "INVALID_API_KEY", "INVALID_SIGNATURE", "QUOTA_EXCEEDED",
            "RESOURCE_NOT_FOUND",
            "UNAUTHORIZED", "WAF_FILTERED",
        ]
        let name = path.split(separator: ".").last.map(String.init) ?? path
        if !known.contains(name) { refuse(nil, "is no type of gateway response: \(name)") }
    }
}
