import PipelineRuntime
import StageContracts
import Testing

/// The services behind the HTTP transport, in memory: a table, topics, queues' visibility and objects.
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
    }

    /// One publication of a topic.
    struct Publication: Equatable {
        let topicARN: String
        let message: String
        let attributes: [String: String]
    }

    var table: [String: [String: JSONValue]] = [:]
    var publications: [Publication] = []
    var visibility: [String: Int] = [:]
    var objects: [String: [UInt8]] = [:]
    var fault: Fault?
    private(set) var requestCount = 0
    private(set) var isDead = false

    /// A new process is started.
    func revive() {
        (isDead, fault, requestCount) = (false, nil, 0)
    }

    func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        requestCount += 1
        if fault == .deathBefore(requestCount) { isDead = true }
        guard !isDead else { throw HTTPError(.connectionLost, "the process is dead") }
        if fault == .throttled(requestCount) { return Self.throttling }
        let response = answer(request)
        if fault == .deathAfter(requestCount) { isDead = true }
        if isDead || fault == .lostAnswer(requestCount) {
            throw HTTPError(.connectionLost, "the answer is lost")
        }
        return response
    }

    private static let throttling = HTTPResponse(
        status: 400,
        body: Array(
            #"{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"Rate exceeded"}"#
                .utf8
        )
    )

    private func answer(_ request: HTTPRequest) -> HTTPResponse {
        let body: [UInt8] = if case .bytes(let bytes) = request.body { bytes } else { [] }
        if request.method == "PUT" {
            objects[request.url] = body
            return HTTPResponse(status: 200)
        }
        guard let target = request.headers["X-Amz-Target"] else { return publish(FormFields(body)) }
        let input = (try? JSONValue(parsing: body, limits: Self.limits))?.members ?? [:]
        switch target {
        case "DynamoDB_20120810.GetItem": return getItem(input)
        case "DynamoDB_20120810.PutItem", "DynamoDB_20120810.UpdateItem": return write(input)
        case "AmazonSQS.ChangeMessageVisibilityBatch": return changeVisibility(input)
        default: return unexpected(target)
        }
    }

    private static let limits = JSONLimits(maximumByteCount: 1 << 22, maximumDepth: 64)

    private func unexpected(_ text: String) -> HTTPResponse {
        Issue.record("an unexpected request: \(text)")
        return HTTPResponse(status: 400)
    }

    private func publish(_ fields: FormFields) -> HTTPResponse {
        guard fields["Action"] == "Publish", let topicARN = fields["TopicArn"],
            let message = fields["Message"]
        else {
            return unexpected(fields.text)
        }
        publications.append(
            Publication(topicARN: topicARN, message: message, attributes: fields.messageAttributes)
        )
        let xml =
            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
            + "<MessageId>00000000-0000-0000-0000-00000000000\(publications.count % 10)</MessageId></PublishResult></PublishResponse>"
        return HTTPResponse(status: 200, headers: ["Content-Type": "text/xml"], body: Array(xml.utf8))
    }

    private func changeVisibility(_ input: [String: JSONValue]) -> HTTPResponse {
        guard case .array(let entries)? = input["Entries"],
            input["QueueUrl"]?.text?.contains("/000000000000/rtp-") == true
        else {
            return unexpected("ChangeMessageVisibilityBatch without its parts: \(input)")
        }
        for entry in entries {
            guard let handle = entry.members?["ReceiptHandle"]?.text,
                case .integer(let seconds)? = entry.members?["VisibilityTimeout"]
            else { return unexpected("an entry without its parts") }
            visibility[handle] = seconds
        }
        let ids = entries.map { JSONValue.object(["Id": $0.members?["Id"] ?? .null]) }
        return .json(["Successful": .array(ids), "Failed": .array([])])
    }
}

extension HTTPResponse {
    /// An answer of a JSON service.
    static func json(_ members: [String: JSONValue], status: Int = 200) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: ["Content-Type": "application/x-amz-json-1.0"],
            body: JSONText(.object(members)).encodedJSON
        )
    }
}

/// A JSON value as a document of its own.
struct JSONText: WireValue {
    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }
    init(from decoder: any Decoder) throws { value = try JSONValue(from: decoder) }
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
