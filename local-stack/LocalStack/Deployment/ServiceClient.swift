import FoundationEssentials
import LocalHTTP

/// Calls the services of this process as any client would, one call after the other.
struct ServiceClient: Sendable {
    /// Calls a service: its name (`s3`, `sns`, …), the request, and who takes the answer.
    typealias Dispatch =
        @Sendable (
            _ service: String, _ request: HTTPRequest, _ reply: @escaping @Sendable (HTTPResponse) -> Void
        ) -> Void

    let dispatch: Dispatch
    /// Where the services answer, without a slash at the end.
    let endpoint: String
    let accountID: String

    /// The URL of a queue.
    func queueURL(_ name: String) -> String { "\(endpoint)/\(accountID)/\(name)" }

    /// A call of the JSON protocol.
    func json(service: String, target: String, _ input: some Encodable) -> ServiceAnswer {
        call(
            service,
            HTTPRequest(
                method: "POST",
                rawPath: "/",
                headers: headers(["Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": target]),
                body: .bytes(Self.encoded(input))
            )
        )
    }

    /// A call of the Query protocol.
    func query(service: String, action: String, _ parameters: [(String, String)]) -> ServiceAnswer {
        let form = ([("Action", action)] + parameters)
            .map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
        return call(
            service,
            HTTPRequest(
                method: "POST",
                rawPath: "/",
                headers: headers(["Content-Type": "application/x-www-form-urlencoded"]),
                body: .bytes(Array(form.utf8))
            )
        )
    }

    /// A call by a method and a path, as S3 has them.
    func send(
        _ method: String,
        service: String,
        path: String,
        query: String = "",
        body: [UInt8] = []
    ) -> ServiceAnswer {
        call(
            service,
            HTTPRequest(
                method: method,
                rawPath: path,
                rawQuery: query,
                headers: headers([:]),
                body: .bytes(body)
            )
        )
    }

    /// A `POST` of a JSON body.
    func post(service: String, path: String, _ input: some Encodable) -> ServiceAnswer {
        call(
            service,
            HTTPRequest(
                method: "POST",
                rawPath: path,
                headers: headers(["Content-Type": "application/json"]),
                body: .bytes(Self.encoded(input))
            )
        )
    }

    /// The parameters of one entry of a map in the Query protocol.
    static func entry(_ index: Int, _ map: String, _ key: String, _ value: String) -> [(String, String)] {
        [("\(map).entry.\(index).key", key), ("\(map).entry.\(index).value", value)]
    }

    private func call(_ service: String, _ request: HTTPRequest) -> ServiceAnswer {
        let answer = BlockingAnswer()
        dispatch(service, request) { answer.set($0) }
        return ServiceAnswer(answer.wait())
    }

    private func headers(_ headers: HTTPHeaders) -> HTTPHeaders {
        var headers = headers
        headers["Host"] =
            endpoint.firstRange(of: "://").map { String(endpoint[$0.upperBound...]) } ?? endpoint
        return headers
    }

    private static func encoded(_ input: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .custom { path in AWSKey(path[path.count - 1]) }
        guard let data = try? encoder.encode(input) else {
            preconditionFailure("inputs are always encodable")
        }
        return Array(data)
    }
}
