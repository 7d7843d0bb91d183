/// The calls of Lambda's Runtime API, version 2018-06-01.
///
/// Source: "Using the Lambda runtime API" and its OpenAPI document. No call has a time limit: the process may be
/// frozen in the middle of any of them.
struct RuntimeAPIClient {
    private let baseURL: String
    private let transport: any HTTPTransport
    private let workingDirectory: String

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - authority: `AWS_LAMBDA_RUNTIME_API`: host and port.
    ///   - transport: Keeps the connection.
    ///   - workingDirectory: What X-Ray shows as the place of the code: `LAMBDA_TASK_ROOT`.
    init(authority: String, transport: any HTTPTransport, workingDirectory: String = "") {
        self.baseURL = "http://\(authority)/2018-06-01/runtime"
        self.transport = transport
        self.workingDirectory = workingDirectory
    }

    /// Waits for the next invocation, however long that takes.
    func next() throws(RuntimeAPIError) -> HTTPResponse {
        try call("GET", "/invocation/next", headers: [:], body: .none)
    }

    /// Answers an invocation.
    func respond(to requestID: String, with body: [UInt8]) throws(RuntimeAPIError) {
        let headers: HTTPHeaders = ["Content-Type": "application/json"]
        try deliver(to: "/invocation/\(requestID)/response", headers: headers, body: .bytes(body))
    }

    /// Reports that an invocation failed.
    func report(_ failure: InvocationFailure, of requestID: String) throws(RuntimeAPIError) {
        try report(failure, at: "/invocation/\(requestID)/error")
    }

    /// Reports that the function cannot start; the process should exit afterwards.
    func reportStart(_ failure: InvocationFailure) throws(RuntimeAPIError) {
        try report(failure, at: "/init/error")
    }

    private func report(_ failure: InvocationFailure, at path: String) throws(RuntimeAPIError) {
        let headers: HTTPHeaders = [
            "Content-Type": "application/vnd.aws.lambda.error+json",
            "Lambda-Runtime-Function-Error-Type": failure.type.text,
            "Lambda-Runtime-Function-XRay-Error-Cause": failure.xRayCause(
                workingDirectory: workingDirectory
            ),
        ]
        try deliver(to: path, headers: headers, body: .bytes(failure.json))
    }

    /// Posts an answer, and once more over a new connection where the kept one broke.
    ///
    /// Nothing goes over it while the function works, for a quarter of an hour at most, and some of those in between
    /// end what is idle. The platform takes an answer once and knows it by its invocation, so that it may be sent
    /// again when nobody can tell whether it arrived.
    private func deliver(
        to path: String,
        headers: HTTPHeaders,
        body: HTTPRequestBody
    ) throws(RuntimeAPIError) {
        do {
            _ = try call("POST", path, headers: headers, body: body)
        } catch .unreachable(let error) where error.kind == .connectionLost {
            do {
                _ = try call("POST", path, headers: headers, body: body, overNewConnection: true)
            } catch .refused(status: 403, _) {
                // A second answer is out of turn: the first had arrived.
            }
        }
    }

    private func call(
        _ method: String,
        _ path: String,
        headers: HTTPHeaders,
        body: HTTPRequestBody,
        overNewConnection: Bool = false
    ) throws(RuntimeAPIError) -> HTTPResponse {
        var request = HTTPRequest(method, baseURL + path, headers: headers, body: body)
        request.needsNewConnection = overNewConnection
        let response: HTTPResponse
        do {
            response = try transport.send(request)
        } catch {
            throw .unreachable(error)
        }
        guard !response.isSuccess else { return response }
        let detail = String(decoding: response.body.prefix(512), as: UTF8.self)
        switch response.status {
        case 413: throw .payloadTooLarge(detail: detail)
        case 500...599: throw .containerFailed(detail: detail)
        default: throw .refused(status: response.status, detail: detail)
        }
    }
}
