import FoundationEssentials

/// What the sources of keys need to fetch them: a transport, the time left, and where STS is.
struct CredentialExchange {
    /// Sends the requests.
    let transport: any HTTPTransport
    /// The base URL of STS.
    let tokenServiceURL: String
    /// Until when the keys are wanted.
    let deadline: Deadline

    /// The longest time for one answer; all these services but STS are on this machine or its link.
    private static let timeout = Duration.seconds(5)

    /// Keys as container service and metadata service answer them.
    private struct Answer: Decodable {
        let accessKeyID: String
        let secretAccessKey: String
        let token: String?
        let expiration: String?

        enum CodingKeys: String, CodingKey {
            case accessKeyID = "AccessKeyId"
            case secretAccessKey = "SecretAccessKey"
            case token = "Token"
            case expiration = "Expiration"
        }
    }

    /// Sends a request and returns its successful answer.
    func send(_ request: HTTPRequest) throws(AWSError) -> HTTPResponse {
        var request = request
        request.timeout = min(deadline.remaining() ?? Self.timeout, Self.timeout)
        request.connectTimeout = .seconds(1)
        request.maximumResponseByteCount = 64 << 10
        let response: HTTPResponse
        do {
            response = try transport.send(request)
        } catch {
            throw AWSError(.noCredentials(isRetryable: error.isRetryable), "\(request.url): \(error)")
        }
        guard response.isSuccess else {
            let isRetryable = response.status >= 500 || response.status == 429
            throw AWSError(
                .noCredentials(isRetryable: isRetryable),
                "\(request.url): status \(response.status)"
            )
        }
        return response
    }

    /// The answer's text, without white space around it.
    func text(_ request: HTTPRequest) throws(AWSError) -> String {
        try text(send(request).body, of: request.url)
    }

    /// The file's text, without white space around it.
    func text(ofFile path: String) throws(AWSError) -> String {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw failure("\(path) cannot be read")
        }
        return try text(Array(data), of: path)
    }

    private func text(_ bytes: [UInt8], of source: String) throws(AWSError) -> String {
        let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
            separator: " "
        )
        guard !text.isEmpty else { throw failure("\(source) is empty") }
        return text
    }

    /// Keys as a JSON object.
    func keys(_ request: HTTPRequest) throws(AWSError) -> AWSCredentials {
        let body = try send(request).body
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)) else {
            throw failure("\(request.url) answered without keys")
        }
        return AWSCredentials(
            accessKeyID: answer.accessKeyID,
            secretAccessKey: answer.secretAccessKey,
            sessionToken: answer.token,
            expiration: answer.expiration.flatMap(WallTime.init(rfc3339:))
        )
    }

    /// An error that the same request would meet again.
    func failure(_ detail: String) -> AWSError {
        AWSError(.noCredentials(isRetryable: false), detail)
    }
}
