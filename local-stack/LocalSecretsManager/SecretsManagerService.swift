package import LocalHTTP
package import LocalServiceKit
package import LocalStore

/// AWS Secrets Manager by its JSON protocol.
package struct SecretsManagerService: RoutedService {
    /// What the targets of its requests begin with, before the point and the action's name.
    package static let targetPrefix = "secretsmanager"

    private let json: JSONProtocol

    /// Brings the tables to their present shape, and begins to take secrets away whose recovery window is over.
    ///
    /// - Throws: `StoreError` where the tables cannot be used.
    package init(_ environment: ServiceEnvironment) throws(StoreError) {
        try environment.writer.registerSchema(SecretsManager.schema)
        SecretDeletion.start(environment.writer, clock: environment.clock)
        json = JSONProtocol(
            targetPrefix: Self.targetPrefix,
            errorPrefix: "",
            isQueryCompatible: false,
            actions: SecretsManager.actions,
            refuse: ServiceError.malformed,
            environment
        )
    }

    /// Answers a request.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        json.handle(
            request,
            context,
            reply: Reply { response in
                var response = response
                response.headers["Content-Type"] = "application/x-amz-json-1.1"
                reply.send(response)
            }
        )
    }
}
