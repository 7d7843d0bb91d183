/// Reads what the Runtime API says about an invocation in its headers.
///
/// Source: "Using the Lambda runtime API", next invocation; the tenant's header since November 2025.
struct InvocationHeaders {
    let headers: HTTPHeaders

    /// The id under which the invocation is answered.
    var requestID: String? { self["Lambda-Runtime-Aws-Request-Id"] }

    /// Builds the context of the invocation `requestID`.
    ///
    /// - Throws: When the deadline is missing or no number, or the Cognito identity is unreadable: the invocation is
    ///   then reported as failed instead of being handled with a guess.
    func context(
        requestID: String,
        clock: any WallClock,
        logger: Logger
    ) throws(InvocationFailure) -> InvocationContext {
        let deadlineTime = try deadlineTime()
        let tenantID = self["Lambda-Runtime-Aws-Tenant-Id"]
        return InvocationContext(
            requestID: requestID,
            deadline: .after(clock.now.duration(to: deadlineTime)),
            deadlineTime: deadlineTime,
            invokedFunctionARN: self["Lambda-Runtime-Invoked-Function-Arn"],
            traceID: self["Lambda-Runtime-Trace-Id"],
            clientContext: self["Lambda-Runtime-Client-Context"],
            cognitoIdentity: try cognitoIdentity(),
            tenantID: tenantID,
            logger: logger.with(
                ["requestId": requestID, "tenantId": tenantID].compactMapValues { $0.map(LogValue.string) }
            )
        )
    }

    private func deadlineTime() throws(InvocationFailure) -> WallTime {
        let name = "Lambda-Runtime-Deadline-Ms"
        guard let milliseconds = self[name].flatMap(Int64.init) else {
            throw InvocationFailure(
                .runtime("InvalidInvocation"),
                "\(name) is no number: \(self[name] ?? "missing")"
            )
        }
        return WallTime(millisecondsSince1970: milliseconds)
    }

    private func cognitoIdentity() throws(InvocationFailure) -> CognitoIdentity? {
        let name = "Lambda-Runtime-Cognito-Identity"
        guard let json = self[name] else { return nil }
        do {
            return try EventDecoder.decode(CognitoIdentity.self, from: Array(json.utf8))
        } catch {
            throw InvocationFailure(.runtime("InvalidInvocation"), "\(name): \(error)")
        }
    }

    private subscript(name: String) -> String? {
        guard let value = headers[name], !value.isEmpty else { return nil }
        return value
    }
}
