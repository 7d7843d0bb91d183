import FoundationEssentials
package import PipelineRuntime
package import StageContracts

/// A caller of the HTTP API: it knows its address and nothing else of the system.
package struct APIClient {
    /// The address of the API.
    package let address: APIAddress
    /// What sends the requests.
    package let transport: any HTTPStreamingTransport

    /// The longest time for an answer without a file in it.
    private static let timeLimit = Duration.seconds(60)

    /// A record with many outputs is larger than any request.
    private static let recordLimits = JSONLimits(maximumByteCount: 8 << 20, maximumDepth: 64)

    /// A caller of the API at an address.
    package init(_ address: APIAddress, transport: any HTTPStreamingTransport) {
        (self.address, self.transport) = (address, transport)
    }

    /// Posts a request.
    package func ask(_ request: [UInt8]) throws(APIError) -> AcceptedRequest {
        let headers: HTTPHeaders = ["Content-Type": "application/json"]
        let post = HTTPRequest(
            "POST",
            address.appending("process-file"),
            headers: headers,
            body: .bytes(request)
        )
        return try decode(send(post, expecting: 202), of: post)
    }

    /// The record of a request; nil as long as no stage has taken it up, or if there is none.
    package func record(_ id: String) throws(APIError) -> RecordDocument? {
        try record(at: address.appending("requests", id))
    }

    /// What became of the posting of a request: its record, or its refusal where another request has the id; nil as
    /// long as no stage has taken it up.
    package func record(_ accepted: AcceptedRequest) throws(APIError) -> RecordDocument? {
        let query = accepted.statusQuery.map { "?\($0)" } ?? ""
        return try record(at: address.appending("requests", accepted.requestId) + query)
    }

    private func record(at url: String) throws(APIError) -> RecordDocument? {
        let get = HTTPRequest("GET", url)
        let response = try exchange(get)
        if response.status == 404, APIRefusal(response) != nil { return nil }
        guard response.status == 200 else { throw refusal(response, to: get) }
        return try read(response, of: get)
    }

    /// Takes a request back and answers what the API says to it; the next stage that sees the request ends it.
    package func cancel(_ id: String) throws(APIError) -> JSONValue {
        let request = HTTPRequest("DELETE", address.appending("requests", id))
        return try decode(send(request, expecting: 202), of: request)
    }

    /// Has the links of a request signed anew; its record has them in a moment.
    package func renewLinks(_ id: String) throws(APIError) {
        let request = HTTPRequest("POST", address.appending("requests", id, "links"))
        _ = try send(request, expecting: 202)
    }

    /// Where the events of a request are by convention, for callers who did not ask for it themselves.
    func eventsURL(_ id: String) -> String { address.appending("requests", id, "events") }

    private func read(_ response: HTTPResponse, of request: HTTPRequest) throws(APIError) -> RecordDocument {
        guard let record = try? Record(decodingJSON: response.body),
            let json = try? JSONValue(parsing: response.body, limits: Self.recordLimits)
        else { throw .notThisAPI(url: request.url, status: response.status) }
        return RecordDocument(record: record, json: json)
    }

    private func exchange(_ request: HTTPRequest) throws(APIError) -> HTTPResponse {
        var request = request
        request.timeout = Self.timeLimit
        do throws(HTTPError) {
            return try transport.send(request)
        } catch {
            throw .unreachable(url: address.text, reason: error.detail)
        }
    }

    private func send(_ request: HTTPRequest, expecting status: Int) throws(APIError) -> HTTPResponse {
        let response = try exchange(request)
        guard response.status == status else { throw refusal(response, to: request) }
        return response
    }

    /// What an answer that was not expected means.
    func refusal(_ response: HTTPResponse, to request: HTTPRequest) -> APIError {
        APIRefusal(response).map { .refused($0) } ?? .notThisAPI(url: request.url, status: response.status)
    }

    /// Reads an answer.
    func decode<Value: Decodable>(_ response: HTTPResponse, of request: HTTPRequest) throws(APIError) -> Value
    {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(response.body)) else {
            throw .notThisAPI(url: request.url, status: response.status)
        }
        return value
    }
}
