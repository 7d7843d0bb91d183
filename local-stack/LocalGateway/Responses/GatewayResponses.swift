import CloudTemplate

/// The document's own wording of the gateway's answers.
struct GatewayResponses: Sendable {
    /// The wordings by type.
    let responses: [String: GatewayResponse]

    init(_ reader: PropertyReader?) {
        let named = reader?.namedReaders() ?? []
        responses = Dictionary(uniqueKeysWithValues: named.map { ($0.name, GatewayResponse($0.reader)) })
        for entry in named where !Self.isKnown(entry.name) {
            entry.reader.refuse(nil, "is no type of gateway response: \(entry.name)")
        }
    }

    /// The wording for a type: its own, else that of its class, else API Gateway's.
    func response(for type: GatewayResponseType) -> GatewayResponse {
        responses[type.rawValue] ?? responses[type.status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX"] ?? .standard
    }

    /// Types of answers that this gateway never gives (authorizers, quotas of keys) are read too, so that mistakes in them show.
    private static func isKnown(_ name: String) -> Bool {
        let others = [
            "DEFAULT_4XX", "DEFAULT_5XX", "ACCESS_DENIED", "AUTHORIZER_CONFIGURATION_ERROR",
            "AUTHORIZER_FAILURE", "EXPIRED_TOKEN", "INTEGRATION_TIMEOUT", "INVALID_API_KEY",
            "INVALID_SIGNATURE", "QUOTA_EXCEEDED", "RESOURCE_NOT_FOUND", "UNAUTHORIZED", "WAF_FILTERED",
        ]
        return others.contains(name) || GatewayResponseType(rawValue: name) != nil
    }
}
