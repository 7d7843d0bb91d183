import FoundationEssentials
import LocalHTTP

/// `Invoke`: runs a function for an HTTP client.
struct InvokeAction {
    /// What an asynchronous invocation may carry, since January 2026.
    static let maximumEventByteCount = 1_024 * 1_024

    /// How a client wants a function to be run.
    enum Mode: String {
        case waitForResponse = "RequestResponse"
        case event = "Event"
        case dryRun = "DryRun"
    }

    let mode: Mode
    let invocation: Invocation

    /// Reads and checks a request for a function that exists.
    init(_ request: HTTPRequest, function: FunctionDefinition) throws(LambdaServiceError) {
        mode = try Self.mode(request)
        invocation = Invocation(
            functionName: function.name,
            payload: try Self.payload(request, mode),
            clientContext: try Self.clientContext(request),
            traceID: request.headers["X-Amzn-Trace-Id"],
            wantsLogTail: mode == .waitForResponse && request.headers["X-Amz-Log-Type"] == "Tail"
        )
    }

    /// The answer to a client that waited.
    static func response(_ result: InvocationResult) -> HTTPResponse {
        var headers: HTTPHeaders = [
            "Content-Type": "application/json",
            "X-Amzn-RequestId": result.requestID,
            "X-Amz-Executed-Version": "$LATEST",
        ]
        if !result.logTail.isEmpty {
            headers["X-Amz-Log-Result"] = Data(result.logTail).base64EncodedString()
        }
        switch result.outcome {
        case .success(let payload): return HTTPResponse(status: 200, headers: headers, body: .bytes(payload))
        case .functionError(let payload):
            headers["X-Amz-Function-Error"] = "Unhandled"
            return HTTPResponse(status: 200, headers: headers, body: .bytes(payload))
        case .throttled: return LambdaServiceError.throttled.response
        case .unknownFunction: return LambdaServiceError.notFound("Function not found").response
        }
    }

    private static func mode(_ request: HTTPRequest) throws(LambdaServiceError) -> Mode {
        guard let text = request.headers["X-Amz-Invocation-Type"] else { return .waitForResponse }
        guard let mode = Mode(rawValue: text) else { throw .invalidInvocationType(text) }
        return mode
    }

    private static func payload(_ request: HTTPRequest, _ mode: Mode) throws(LambdaServiceError) -> [UInt8] {
        let limit = mode == .event ? maximumEventByteCount : ReceivedPayload.maximumByteCount
        guard let payload = body(request), payload.count <= limit else { throw .tooLarge(limit: limit) }
        if payload.isEmpty { return Array("{}".utf8) }
        guard isJSON(payload) else {
            throw .invalidContent("Could not parse request body into json: the payload is no JSON document")
        }
        return payload
    }

    private static func body(_ request: HTTPRequest) -> [UInt8]? {
        switch request.body {
        case .bytes(let bytes): bytes
        case .received(let sink): (sink as? ReceivedPayload)?.bytes
        }
    }

    private static func clientContext(_ request: HTTPRequest) throws(LambdaServiceError) -> String? {
        guard let text = request.headers["X-Amz-Client-Context"] else { return nil }
        guard let json = Data(base64Encoded: text), isJSON(Array(json)) else {
            throw .invalidContent("Client context must be a valid Base64-encoded JSON object.")
        }
        return String(decoding: json, as: UTF8.self)
    }

    private struct AnyDocument: Decodable {
        init(from decoder: any Decoder) {}
    }

    /// The decoder reads a document to its end before it looks at its shape.
    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        (try? JSONDecoder().decode(AnyDocument.self, from: Data(bytes))) != nil
    }
}
