import Synchronization
import Testing

@testable import PipelineRuntime

/// A transport that plays the Runtime API by a script; a call that the script does not expect fails the test.
final class ScriptedRuntimeAPI: HTTPTransport, Sendable {
    /// One expected call and what it gets.
    struct Step: Sendable {
        let call: String
        let result: Result<HTTPResponse, HTTPError>
    }

    private struct State {
        var steps: [Step]
        var requests: [HTTPRequest] = []
    }

    /// Closed when the script is at its end and the loop asks for more.
    let gate: WorkGate
    private let state: Mutex<State>

    init(_ steps: [Step], gate: WorkGate = WorkGate()) {
        state = Mutex(State(steps: steps))
        self.gate = gate
    }

    /// Every request so far but the one that met the end of the script.
    var requests: [HTTPRequest] { state.withLock(\.requests) }

    /// The calls that were made, such as `POST invocation/r-1/response`.
    var calls: [String] { requests.map(Self.call) }

    /// Whether every step was used.
    var isComplete: Bool { state.withLock(\.steps.isEmpty) }

    func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        let step = state.withLock { state -> Step? in
            guard !state.steps.isEmpty else { return nil }
            state.requests.append(request)
            return state.steps.removeFirst()
        }
        guard let step else { return end(request) }
        #expect(Self.call(request) == step.call)
        return try step.result.get()
    }

    private func end(_ request: HTTPRequest) -> HTTPResponse {
        #expect(Self.call(request) == "GET invocation/next", "a call after the script's end")
        gate.close()
        return HTTPResponse(status: 200, headers: ["Lambda-Runtime-Aws-Request-Id": "after-the-end"])
    }

    private static func call(_ request: HTTPRequest) -> String {
        let prefix = "http://127.0.0.1:9001/2018-06-01/runtime/"
        guard request.url.hasPrefix(prefix) else { return "\(request.method) \(request.url)" }
        return "\(request.method) \(request.url.dropFirst(prefix.count))"
    }
}

extension ScriptedRuntimeAPI.Step {
    /// An invocation arrives.
    static func next(
        _ requestID: String,
        event: String = "{}",
        headers: [(String, String)] = []
    ) -> ScriptedRuntimeAPI.Step {
        var all = HTTPHeaders(headers.map { HTTPHeader($0.0, $0.1) })
        all["Lambda-Runtime-Aws-Request-Id"] = requestID
        if all["Lambda-Runtime-Deadline-Ms"] == nil { all["Lambda-Runtime-Deadline-Ms"] = "1769864400000" }
        let response = HTTPResponse(status: 200, headers: all, body: Array(event.utf8))
        return ScriptedRuntimeAPI.Step(call: "GET invocation/next", result: .success(response))
    }

    /// `next` gets `status` in place of an invocation.
    static func next(status: Int, headers: HTTPHeaders = [:]) -> ScriptedRuntimeAPI.Step {
        let response = HTTPResponse(status: status, headers: headers, body: Array(#"{"errorType":"X"}"#.utf8))
        return ScriptedRuntimeAPI.Step(call: "GET invocation/next", result: .success(response))
    }

    /// `next` gets no answer.
    static func next(_ error: HTTPError.Kind) -> ScriptedRuntimeAPI.Step {
        ScriptedRuntimeAPI.Step(call: "GET invocation/next", result: .failure(HTTPError(error, "gone")))
    }

    /// The answer to `requestID` gets `status`.
    static func response(_ requestID: String, status: Int = 202) -> ScriptedRuntimeAPI.Step {
        post("invocation/\(requestID)/response", status)
    }

    /// The failure of `requestID` gets `status`.
    static func error(_ requestID: String, status: Int = 202) -> ScriptedRuntimeAPI.Step {
        post("invocation/\(requestID)/error", status)
    }

    /// The failure to start gets `status`.
    static func initError(status: Int = 202) -> ScriptedRuntimeAPI.Step {
        post("init/error", status)
    }

    /// The same call without an answer.
    func lost(_ error: HTTPError.Kind = .connectionLost) -> ScriptedRuntimeAPI.Step {
        ScriptedRuntimeAPI.Step(call: call, result: .failure(HTTPError(error, "gone")))
    }

    private static func post(_ path: String, _ status: Int) -> ScriptedRuntimeAPI.Step {
        let response = HTTPResponse(status: status, body: Array(#"{"status":"OK"}"#.utf8))
        return ScriptedRuntimeAPI.Step(call: "POST \(path)", result: .success(response))
    }
}

extension HTTPRequest {
    /// The JSON that the request carries, `null` without any.
    var json: JSONObject {
        get throws {
            guard case .bytes(let bytes) = body else { return .null }
            return try JSONObject(parsing: bytes)
        }
    }
}
