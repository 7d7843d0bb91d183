import PipelineRuntime
import StageContracts
import Testing

/// The services behind the HTTP transport, in memory: a table, topics, queues' visibility, objects and an outbox.
///
/// It understands the requests that the stages make and fails the test at any other. It can break off at a certain
/// request, as a process that is killed there would see it.
final class FakeCloud: HTTPTransport {
    /// What happens at which request.
    enum Fault: Equatable {
        /// The process dies before the request leaves it.
        case deathBefore(Int)
        /// The process dies when the request was carried out and its answer is on the way.
        case deathAfter(Int)
        /// The request is carried out and its answer is lost once; the process lives on.
        case lostAnswer(Int)
        /// The service refuses the request once, to be asked again.
        case throttled(Int)
        /// The service fails from this request on, more often than it is asked again, and recovers.
        case outage(Int)
    }

    /// One publication of a topic.
    struct Publication: Equatable {
        let topicARN: String
        let message: String
        let attributes: [String: String]
    }

    /// How many requests an outage lasts: the most attempts that a client makes.
    private static let outageLength = 4

    var table: [String: [String: JSONValue]] = [:]
    var publications: [Publication] = []
    var visibility: [String: Int] = [:]
    /// Objects by `bucket/key`.
    var objects: [String: [UInt8]] = [:]
    /// Objects that were deleted.
    var removed: [String: [UInt8]] = [:]
    /// Objects' media types by `bucket/key`.
    var types: [String: String] = [:]
    var mails: [SentMail] = []
    let endpoint = WebhookEndpoint()
    var fault: Fault?
    /// Answers a request before the services do, by the name of its operation; nil leaves it to them.
    var intercept: (String, HTTPRequest) throws(HTTPError) -> HTTPResponse? = { (_, _) throws(HTTPError) in
        nil
    }
    /// The operations asked for since the process began, such as `GetObject`.
    private(set) var operations: [String] = []
    private(set) var isDead = false

    var requestCount: Int { operations.count }

    /// A new process is started.
    func revive() {
        (isDead, fault, operations) = (false, nil, [])
    }

    func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        let operation = Self.operation(of: request)
        operations.append(operation)
        if fault == .deathBefore(requestCount) { isDead = true }
        guard !isDead else { throw HTTPError(.connectionLost, "the process is dead") }
        guard request.timeout != .zero else { throw HTTPError(.timedOut, "no time was left") }
        if let refusal = refusal(operation) { return refusal }
        let response: HTTPResponse =
            if let early = try intercept(operation, request) { early } else { try answer(request, operation) }
        if fault == .deathAfter(requestCount) { isDead = true }
        if isDead || fault == .lostAnswer(requestCount) {
            throw HTTPError(.connectionLost, "the answer is lost")
        }
        return response
    }

    private func refusal(_ operation: String) -> HTTPResponse? {
        switch fault {
        case .throttled(requestCount)?: Self.throttling(operation)
        case .outage(let first)? where (first..<first + Self.outageLength).contains(requestCount):
            HTTPResponse(status: 503)
        default: nil
        }
    }

    private static func operation(of request: HTTPRequest) -> String {
        if let target = request.headers["X-Amz-Target"] {
            return String(target.split(separator: ".").last ?? "")
        }
        guard let url = HTTPURL(request.url) else { return "Store" }
        if url.path == "/v2/email/outbound-emails" { return "SendEmail" }
        switch request.method {
        case "PUT": return request.headers["x-amz-copy-source"] == nil ? "PutObject" : "CopyObject"
        case "GET": return url.query?.contains("list-type=2") == true ? "ListObjectsV2" : "GetObject"
        case "DELETE": return "DeleteObject"
        case "HEAD": return "HeadObject"
        default: return request.headers["webhook-id"] == nil ? "Publish" : "Webhook"
        }
    }

    private func answer(_ request: HTTPRequest, _ operation: String) throws(HTTPError) -> HTTPResponse {
        switch operation {
        case "Store": return store(request)
        case "Publish": return publish(FormFields(request.bytes))
        case "SendEmail": return sendEmail(request)
        case "Webhook": return try endpoint.take(request)
        case "GetItem": return getItem(request.input)
        case "PutItem", "UpdateItem": return write(request.input)
        case "ChangeMessageVisibilityBatch": return changeVisibility(request.input)
        case "GetObject": return try getObject(request)
        case "PutObject": return putObject(request)
        case "CopyObject": return copyObject(request)
        case "HeadObject": return headObject(request)
        case "DeleteObject": return deleteObject(request)
        case "ListObjectsV2": return listObjects(request)
        default: return unexpected(operation)
        }
    }

    /// What the test stages store, under names that are no URLs.
    private func store(_ request: HTTPRequest) -> HTTPResponse {
        objects[request.url] = request.bytes
        return HTTPResponse(status: 200)
    }

    func unexpected(_ text: String) -> HTTPResponse {
        Issue.record("an unexpected request: \(text)")
        return HTTPResponse(status: 400)
    }
}

extension HTTPRequest {
    /// The body, which the stages hold in memory.
    var bytes: [UInt8] {
        if case .bytes(let bytes) = body { bytes } else { [] }
    }

    /// The members of a JSON body.
    var input: [String: JSONValue] {
        let limits = JSONLimits(maximumByteCount: 1 << 22, maximumDepth: 64)
        return (try? JSONValue(parsing: bytes, limits: limits))?.members ?? [:]
    }
}
