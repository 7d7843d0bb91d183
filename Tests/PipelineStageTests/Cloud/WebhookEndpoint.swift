import PipelineRuntime
import StageContracts

/// A caller's endpoint for webhooks.
final class WebhookEndpoint {
    static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    /// What it answers, one after the other; then 204.
    var answers: [Result<HTTPResponse, HTTPError>] = []
    private(set) var requests: [HTTPRequest] = []

    func take(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        requests.append(request)
        return answers.isEmpty ? HTTPResponse(status: 204) : try answers.removeFirst().get()
    }

    /// Answers the next requests with these statuses.
    func answer(_ statuses: Int...) {
        answers = statuses.map { .success(HTTPResponse(status: $0)) }
    }

    /// The seconds between one request and the next.
    var pauses: [Int] {
        let times = requests.compactMap { $0.headers["webhook-timestamp"].flatMap { Int($0) } }
        return zip(times, times.dropFirst()).map { $1 - $0 }
    }

    /// The callbacks that arrived.
    var callbacks: [Callback] {
        get throws { try requests.map { try Callback(decodingJSON: $0.bytes) } }
    }
}
