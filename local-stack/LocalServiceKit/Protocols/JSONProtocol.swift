package import LocalHTTP
import LocalJSON

/// AWS JSON 1.0: the action in the header `X-Amz-Target`, input and output as JSON.
package struct JSONProtocol: RoutedService {
    /// What stands before the action in the target, such as `DynamoDB_20120810`.
    private let targetPrefix: String
    /// What stands before an error's code in the body, such as `com.amazonaws.sqs#`.
    private let errorPrefix: String
    /// Whether errors also carry the code that the Query protocol has for them.
    private let isQueryCompatible: Bool
    private let actions: ActionTable
    /// The service's own error for a message of the wrong shape.
    private let refuse: @Sendable (WireError) -> ServiceError
    private let runner: ActionRunner
    private let authenticator: Authenticator

    /// The protocol of a service.
    ///
    /// - Parameters:
    ///   - targetPrefix: what stands before the action in the target.
    ///   - errorPrefix: what stands before an error's code in the body.
    ///   - isQueryCompatible: whether errors also carry the code that the Query protocol has for them.
    ///   - actions: what the service does.
    ///   - refuse: the service's own error for a message of the wrong shape.
    ///   - environment: what the service works with.
    package init(
        targetPrefix: String,
        errorPrefix: String,
        isQueryCompatible: Bool,
        actions: ActionTable,
        refuse: @escaping @Sendable (WireError) -> ServiceError,
        _ environment: ServiceEnvironment
    ) {
        self.targetPrefix = targetPrefix
        self.errorPrefix = errorPrefix
        self.isQueryCompatible = isQueryCompatible
        self.actions = actions
        self.refuse = refuse
        runner = environment.runner
        authenticator = environment.authenticator
    }

    /// Answers a request.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        let answer = { @Sendable (result: Result<WireValue, ServiceError>) in
            reply.send(self.response(result, context))
        }
        do throws(ServiceError) {
            try authenticator.verify(request, context, isQueryCompatible ? \.queueError : \.jsonError)
            let action = try action(of: request)
            let message = try message(of: request)
            runner.run(action, message, isTextual: false, context, refuse: refuse, then: answer)
        } catch {
            answer(.failure(error))
        }
    }

    private func action(of request: HTTPRequest) throws(ServiceError) -> any ServiceAction {
        let target = request.headers["X-Amz-Target"] ?? ""
        guard target.hasPrefix(targetPrefix + "."),
            let action = actions[String(target.dropFirst(targetPrefix.utf8.count + 1))]
        else { throw ServiceError("UnknownOperationException", "The operation \(target) is not known here.") }
        return action
    }

    private func message(of request: HTTPRequest) throws(ServiceError) -> WireValue {
        let bytes = request.bytes
        guard !bytes.isEmpty else { return .object(WireObject()) }
        do throws(WireError) {
            return try WireValue(json: bytes)
        } catch {
            throw .malformed(error)
        }
    }

    private func response(_ result: Result<WireValue, ServiceError>, _ context: ActionContext) -> HTTPResponse
    {
        var headers: HTTPHeaders = [
            "Content-Type": "application/x-amz-json-1.0", "x-amzn-RequestId": context.requestID,
        ]
        switch result {
        case .success(let value):
            return HTTPResponse(status: 200, headers: headers, body: .bytes(JSONWriter.write(value)))
        case .failure(let error):
            if isQueryCompatible {
                headers.append("x-amzn-query-error", "\(error.queryCode);\(error.fault.rawValue)")
            }
            return HTTPResponse(status: error.status, headers: headers, body: .bytes(body(of: error)))
        }
    }

    private func body(of error: ServiceError) -> [UInt8] {
        var object = WireObject([
            WireObject.Member("__type", .string(error.jsonPrefix(errorPrefix) + error.code)),
            WireObject.Member("message", .string(error.message)),
        ])
        for (name, member) in error.members.sorted(by: { $0.key < $1.key }) {
            guard let value = try? WireValue.of(member) else { continue }
            object.members.append(WireObject.Member(name, value))
        }
        return JSONWriter.write(WireValue.object(object))
    }
}

extension ServiceError {
    /// Errors of AWS's common framework have its prefix instead of the service's.
    fileprivate func jsonPrefix(_ own: String) -> String {
        switch code {
        case "ValidationException": "com.amazon.coral.validate#"
        case "SerializationException", "UnknownOperationException", "InvalidSignatureException",
            "IncompleteSignatureException", "MissingAuthenticationTokenException",
            "UnrecognizedClientException", "InternalFailure":
            "com.amazon.coral.service#"
        default: own
        }
    }
}
