import Dispatch
import LocalHTTP

/// Answers with the request it got, from another thread.
struct EchoHandler: HTTPHandler {
    func bodyPlan(for head: HTTPRequest) -> BodyPlan { .memory(maximumByteCount: 1 << 20) }

    func handle(_ request: HTTPRequest, reply: Reply) {
        DispatchQueue.global().async {
            guard case .bytes(let body) = request.body else { return }
            let query = request.rawQuery.isEmpty ? "" : "?" + request.rawQuery
            let text = "\(request.method) \(request.rawPath)\(query) \(String(decoding: body, as: UTF8.self))"
            reply.send(HTTPResponse(status: 200, contentType: "text/plain", text: text))
        }
    }
}
