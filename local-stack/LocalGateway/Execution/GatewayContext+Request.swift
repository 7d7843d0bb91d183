import LocalHTTP

extension GatewayContext {
    /// The variables at a request's start.
    init(_ request: MethodRequest, _ settings: RestAPISettings, requestID: String, milliseconds: Int64) {
        self.requestID = requestID
        let domain = request.headers["Host"] ?? "localhost"
        let empty = JSONValue.object([])
        let identity = Self.object([
            ("sourceIp", .string("127.0.0.1")), ("userAgent", .string(request.headers["User-Agent"] ?? "")),
        ])
        values = Self.object([
            ("accountId", .string(settings.accountID)),
            ("apiId", .string(settings.apiID)),
            ("stage", .string(settings.stage)),
            ("requestId", .string(requestID)),
            ("extendedRequestId", .string(requestID)),
            ("httpMethod", .string(request.httpMethod)),
            ("path", .string(request.path)),
            ("resourcePath", .string(request.resourcePath)),
            ("protocol", .string("HTTP/1.1")),
            ("domainName", .string(domain)),
            ("domainPrefix", .string(String(domain.prefix { $0 != "." && $0 != ":" }))),
            ("requestTime", .string(RequestTime.text(milliseconds: milliseconds))),
            ("requestTimeEpoch", .number(String(milliseconds))),
            ("identity", identity),
            ("requestOverride", Self.object([("path", empty), ("querystring", empty), ("header", empty)])),
            ("responseOverride", Self.object([("header", empty)])),
        ])
    }

    private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { JSONMember(name: $0.0, value: $0.1) })
    }
}
