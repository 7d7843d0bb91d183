package import LocalHTTP
package import LocalServiceKit
package import LocalStore

/// DynamoDB by its JSON protocol; every answer carries the checksum that SDKs compare with the body.
package struct DynamoDBService: RoutedService {
    private let json: JSONProtocol

    /// Brings the tables to their present shape, and begins to take expired items away.
    ///
    /// - Throws: `StoreError` where the tables cannot be used.
    package init(_ environment: ServiceEnvironment) throws(StoreError) {
        try environment.writer.registerSchema(DynamoDB.schema)
        ItemExpiry.start(environment.writer, clock: environment.clock)
        json = JSONProtocol(
            targetPrefix: "DynamoDB_20120810",
            errorPrefix: "com.amazonaws.dynamodb.v20120810#",
            isQueryCompatible: false,
            actions: DynamoDB.actions,
            refuse: ServiceError.malformed,
            environment
        )
    }

    /// Answers a request.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
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
