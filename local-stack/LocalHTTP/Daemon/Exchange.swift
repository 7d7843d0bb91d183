import CMicroHTTPD

/// One request and its answer on one connection; it lives from the request line to the completion callback.
///
/// Only the thread of its connection touches it; `pending` is what other threads get.
final class Exchange {
    private enum Phase {
        case beforeHead
        case receiving(HTTPRequest)
        case handled
    }

    let pending = PendingReply()
    private let target: [UInt8]
    private let server: ServerCore
    private var phase = Phase.beforeHead
    private var receiver = BodyReceiver(plan: .memory(maximumByteCount: 0))
    /// A refused body is read to its end, so that the client sees the answer, but only that far.
    private static let maximumDiscardedByteCount = 64 << 20

    init(target: [UInt8], server: ServerCore) {
        self.target = target
        self.server = server
    }

    /// One call of libmicrohttpd's access handler: the head is there, some of the body is, all of it, or the answer.
    func advance(
        _ connection: OpaquePointer,
        method: String,
        version: String,
        chunk: UnsafeRawBufferPointer
    ) -> MHD_Result {
        switch phase {
        case .beforeHead:
            return begin(connection, method: method, version: version)
        case .receiving where chunk.count > 0:
            receiver.write(chunk)
            return receiver.discardedByteCount > Self.maximumDiscardedByteCount ? .NO : .YES
        case .receiving(let head):
            phase = .handled
            handOver(head)
            return queueOrSuspend(connection)
        case .handled:
            return queueOrSuspend(connection)
        }
    }

    private func begin(_ connection: OpaquePointer, method: String, version: String) -> MHD_Result {
        let head = RequestHead(target: target, method: method, version: version, connection: connection)
        let request = head.request(port: server.port, isSecure: cmicrohttpd_is_secure(connection) != 0)
        phase = .receiving(request)
        let problem = head.problem.map { BodyPlan.refuse($0) }
        receiver = BodyReceiver(plan: problem ?? server.handler.bodyPlan(for: request))
        // A client that waits for "100 Continue" gets the refusal in its place and does not send the body.
        guard let refusal = receiver.refusal, head.mayAnswerEarly else { return .YES }
        phase = .handled
        pending.answer(PreparedResponse(refusal.response, forHead: method == "HEAD"))
        return queueOrSuspend(connection)
    }

    private func handOver(_ head: HTTPRequest) {
        let isHead = head.method == "HEAD"
        let reply = Reply { [pending] in pending.answer(PreparedResponse($0, forHead: isHead)) }
        guard server.register(pending) else { return reply.send(.serverStops) }
        switch receiver.finish() {
        case .failure(let refusal): reply.send(refusal.response)
        case .success(let body):
            var request = head
            request.body = body
            receiver = BodyReceiver(plan: .memory(maximumByteCount: 0))
            server.handler.handle(request, reply: reply)
        }
    }

    private func queueOrSuspend(_ connection: OpaquePointer) -> MHD_Result {
        guard let response = pending.takeOrSuspend(connection) else { return .YES }
        return response.queue(on: connection)
    }
}

extension HTTPResponse {
    static let serverStops = HTTPResponse(
        status: 503,
        headers: ["Connection": "close", "Content-Type": "text/plain"],
        body: .bytes(Array("The server is stopping.\n".utf8))
    )
}
