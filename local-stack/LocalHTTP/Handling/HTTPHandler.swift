/// What a server does with its requests; it is called from several threads.
package protocol HTTPHandler: Sendable {
    /// Decides by the head what happens to the body. It must not block.
    func bodyPlan(for head: HTTPRequest) -> BodyPlan

    /// Answers a request, now or later from any thread, by `reply.send`. It must not block.
    func handle(_ request: HTTPRequest, reply: Reply)
}
