import Testing

@testable import PipelineRuntime

/// A transport that answers from a script; a request beyond it fails the test.
final class ScriptedTransport: HTTPTransport {
    /// What the transport brings for one request.
    typealias Answer = Result<HTTPResponse, HTTPError>

    private var answers: [Answer]
    /// The requests that were sent, in order.
    private(set) var requests: [HTTPRequest] = []
    /// How many requests each round had.
    private(set) var rounds: [Int] = []

    init(_ answers: [Answer]) {
        self.answers = answers
    }

    convenience init(_ answers: HTTPResponse...) {
        self.init(answers.map { .success($0) })
    }

    func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        requests.append(request)
        guard !answers.isEmpty else {
            Issue.record("an unexpected request: \(request.method) \(request.url)")
            throw HTTPError(.curlFailed, "unexpected")
        }
        return try answers.removeFirst().get()
    }

    func send(_ requests: [HTTPRequest]) -> [Answer] {
        rounds.append(requests.count)
        return requests.map { request in Result { () throws(HTTPError) in try send(request) } }
    }

    /// How many answers were not asked for.
    var unusedCount: Int { answers.count }
}

extension HTTPResponse {
    /// An answer with a body of text.
    static func text(_ status: Int, _ body: String = "", _ headers: HTTPHeaders = []) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
    }
}
