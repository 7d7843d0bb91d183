/// One operation of a service, before it is signed.
struct AWSCall: Sendable {
    /// The service.
    let service: AWSService
    /// The operation's name, for errors.
    let operation: String
    /// The HTTP method.
    var method = "POST"
    /// The URL without its query.
    var url: String
    /// Names and values of the query, not yet encoded.
    var query: [(name: String, value: String)] = []
    /// The header fields besides those of signing.
    var headers: HTTPHeaders = []
    /// What is sent.
    var body: HTTPRequestBody = .none
    /// The body's hash.
    var payload: PayloadHash = .empty
    /// Where a successful answer's body goes.
    var destination: HTTPResponseDestination = .memory
    /// The most bytes of the answer that are accepted; answers of services are far smaller.
    var maximumResponseByteCount: Int? = 16 << 20
    /// How long nothing may arrive or leave before an attempt is given up.
    var stallTimeout: Duration = .seconds(10)
    /// Whether an answer of status 200 may hold an error: S3 sends the status of a copy before it is done.
    var mayFailInSuccess = false

    /// The request without a signature.
    var request: HTTPRequest {
        HTTPRequest(
            method,
            url + encodedQuery,
            headers: headers,
            body: body,
            stallTimeout: stallTimeout,
            maximumResponseByteCount: maximumResponseByteCount,
            destination: destination
        )
    }

    private var encodedQuery: String {
        guard !query.isEmpty else { return "" }
        let items = query.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
        return "?" + items.joined(separator: "&")
    }
}
