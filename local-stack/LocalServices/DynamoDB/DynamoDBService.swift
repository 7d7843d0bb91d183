import LocalHTTP

/// DynamoDB by its JSON protocol; every answer carries the checksum that SDKs compare with the body.
struct DynamoDBService: RoutedService {
    private let json: JSONProtocol

    init(runner: ActionRunner, authenticator: Authenticator) {
        json = JSONProtocol(
            targetPrefix: "DynamoDB_20120810",
            errorPrefix: "com.amazonaws.dynamodb.v20120810#",
            isQueryCompatible: false,
            actions: DynamoDB.actions,
            runner: runner,
            authenticator: authenticator,
            refuse: ServiceError.malformed
        )
    }

    /// Answers a request.
    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        json.handle(request, context, reply: Reply { reply.send(Self.withChecksum($0)) })
    }

    private static func withChecksum(_ response: HTTPResponse) -> HTTPResponse {
        guard case .bytes(let bytes) = response.body else { return response }
        var check = CyclicRedundancyCheck(.crc32)
        bytes.withUnsafeBytes { check.update($0) }
        var response = response
        response.headers["x-amz-crc32"] = String(check.value)
        return response
    }
}
