import CloudTemplate
import LocalHTTP
import Synchronization

@testable import LocalGateway

/// An API out of YAML with a service behind it that the test plays.
final class GatewayBench: Sendable {
    struct Call: Sendable {
        let service: String
        let roleARN: String?
        let request: HTTPRequest

        var body: String {
            if case .bytes(let bytes) = request.body { String(decoding: bytes, as: UTF8.self) } else { "" }
        }
    }

    private let api: RestAPI
    private let recorded: Recorder
    /// Problems and leftovers of the document.
    let problems: [String]
    let leftovers: [String]

    init(
        _ document: TemplateNode,
        stage: String = "v1",
        answer: HTTPResponse = HTTPResponse(status: 200),
        watch: Bool = false
    ) {
        let list = ProblemList()
        let reader = PropertyReader(document, problems: list)
        let recorder = Recorder(answer)
        let definition = APIDefinition(reader)
        problems = list.problems.map(\.reason)
        leftovers = reader.leftovers.map(\.path)
        recorded = recorder
        api = RestAPI(
            definition,
            RestAPISettings(
                apiID: "api1",
                stage: stage,
                accountID: "000000000000",
                stageVariables: ["color": "red"]
            ),
            RestAPISurroundings(
                dispatch: { recorder.take($0, $1, $2) },
                now: { 1_428_582_896_000 },
                makeRequestID: { "req-1" },
                report: { recorder.report($0) },
                watch: watch ? Self.watch : nil
            )
        )
    }

    /// Answers with what was asked for.
    private static let watch: RestAPISurroundings.Watch = { stream, value, lastEventID, reply in
        let text =
            "\(stream.topicARN) \(stream.attribute) \(value) after \(lastEventID ?? "nothing"), "
            + "ends with \(stream.lastNames) kept \(stream.lastRetentionDays) days"
        reply(HTTPResponse(status: 200, contentType: "text/event-stream", text: text))
    }

    convenience init(
        yaml: String,
        answer: HTTPResponse = HTTPResponse(status: 200),
        watch: Bool = false
    ) throws {
        let text = "Resources:\n  Api:\n    Type: A::B::C\n    Properties:\n      "
        let stack = try Template.read(
            Array((text + yaml.replacing("\n", with: "\n      ")).utf8),
            file: "t.yaml"
        )
        .stack(StackSettings(endpoint: "http://127.0.0.1:4566"))
        self.init(stack.resources[0].properties, answer: answer, watch: watch)
    }

    /// What the service was called with, in order.
    var calls: [Call] { recorded.calls }

    /// What the operator was told.
    var reports: [String] { recorded.reports }

    /// Sends a request and returns the answer.
    func send(
        _ method: String,
        _ path: String,
        query: String = "",
        headers: HTTPHeaders = [:],
        body: String = ""
    ) -> HTTPResponse {
        var headers = headers
        headers["Host"] = headers["Host"] ?? "127.0.0.1:4566"
        let request = HTTPRequest(
            method: method,
            rawPath: path,
            rawQuery: query,
            headers: headers,
            body: .bytes(Array(body.utf8)),
            port: 4566
        )
        let answer = Mutex<HTTPResponse?>(nil)
        api.handle(request) { response in answer.withLock { $0 = response } }
        return answer.withLock { $0 } ?? HTTPResponse(status: 599)
    }

    /// Whether the API takes a request for its own.
    func claims(_ method: String, _ path: String) -> Bool {
        api.claims(HTTPRequest(method: method, rawPath: path))
    }

    /// The plan for a body of the given length.
    func plan(length: Int) -> BodyPlan {
        api.bodyPlan(
            for: HTTPRequest(method: "POST", rawPath: "/", headers: ["Content-Length": String(length)])
        )
    }
}

/// Remembers calls of a service, and answers each with the same response.
private final class Recorder: Sendable {
    private let state = Mutex<(calls: [GatewayBench.Call], reports: [String])>(([], []))
    private let answer: HTTPResponse

    init(_ answer: HTTPResponse) {
        self.answer = answer
    }

    var calls: [GatewayBench.Call] { state.withLock { $0.calls } }
    var reports: [String] { state.withLock { $0.reports } }

    func take(
        _ target: CallTarget,
        _ request: HTTPRequest,
        _ reply: @escaping @Sendable (HTTPResponse) -> Void
    ) {
        let call = GatewayBench.Call(service: target.service, roleARN: target.roleARN, request: request)
        state.withLock { $0.calls.append(call) }
        reply(answer)
    }

    func report(_ line: String) {
        state.withLock { $0.reports.append(line) }
    }
}

extension HTTPResponse {
    /// The body as text.
    var text: String {
        if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "a file" }
    }
}
