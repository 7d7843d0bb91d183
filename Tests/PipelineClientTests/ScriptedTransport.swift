import PipelineRuntime
import Testing

/// A transport that gives out the answers that a test wrote down; a request that is not expected fails.
final class ScriptedTransport: HTTPStreamingTransport {
    /// The answer to one request.
    enum Answer {
        case response(Int, String = "", type: String = "application/json")
        /// A stream in pieces, which then ends or breaks off.
        case stream([String], breaksOff: Bool = false)
        case failure(HTTPError.Kind)
    }

    private var answers: [Answer]
    /// The requests so far.
    private(set) var requests: [HTTPRequest] = []

    init(_ answers: Answer...) {
        self.answers = answers
    }

    /// Whether every answer was asked for.
    var isUsedUp: Bool { answers.isEmpty }

    func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        try stream(request) { _ in true }
    }

    func stream(
        _ request: HTTPRequest,
        to receiver: @escaping HTTPBodyReceiver
    ) throws(HTTPError) -> HTTPResponse {
        requests.append(request)
        guard !answers.isEmpty else {
            Issue.record("not expected: \(request.method) \(request.url)")
            throw HTTPError(.connectionFailed, "nothing more is written down")
        }
        switch answers.removeFirst() {
        case .failure(let kind): throw HTTPError(kind, "written down")
        case .response(let status, let text, let type):
            return HTTPResponse(status: status, headers: ["Content-Type": type], body: Array(text.utf8))
        case .stream(let pieces, let breaksOff):
            for piece in pieces {
                guard Array(piece.utf8).withUnsafeBytes(receiver) else { break }
            }
            if breaksOff { throw HTTPError(.connectionLost, "written down") }
            return HTTPResponse(status: 200, headers: ["Content-Type": "text/event-stream; charset=utf-8"])
        }
    }
}
