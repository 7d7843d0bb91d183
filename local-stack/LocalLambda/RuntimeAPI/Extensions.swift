import LocalHTTP

/// The extensions of one execution environment, and which of them wait to be told of an invocation.
struct Extensions {
    private var registry = ExtensionRegistry()
    private var waiting: [String: Reply] = [:]
    /// Those that were told of the current invocation.
    private var informed: Set<String> = []

    /// Whether there is none; a function with an extension is given time to end.
    var isEmpty: Bool { registry.isEmpty }

    /// Registers the extension that calls and answers its id.
    mutating func register(_ call: RuntimeCall) throws(RuntimeAPIError) -> String {
        try registry.register(name: call.headers["Lambda-Extension-Name"], body: call.body ?? [])
    }

    /// No more registrations: the runtime has asked for its first invocation.
    mutating func closeRegistration() {
        registry.close()
    }

    /// Throws unless a registered extension calls.
    func check(_ call: RuntimeCall) throws(RuntimeAPIError) {
        _ = try registry.find(call.extensionID)
    }

    /// Keeps the extension that calls waiting for the next event.
    mutating func wait(_ call: RuntimeCall) throws(RuntimeAPIError) {
        waiting[try registry.find(call.extensionID)] = call.reply
    }

    /// Another invocation begins, of which nobody has been told.
    mutating func beginInvocation() {
        informed = []
    }

    /// Tells those that wait and want to know of the current invocation, each once.
    mutating func inform(_ event: HTTPResponse) {
        for (id, reply) in waiting where registry.wantsInvocations(id) {
            guard informed.insert(id).inserted else { continue }
            waiting[id] = nil
            reply.send(event)
        }
    }

    /// Answers all that wait: no event will come.
    mutating func dismiss(_ answer: HTTPResponse) {
        for reply in waiting.values { reply.send(answer) }
        waiting = [:]
    }
}

extension RuntimeCall {
    fileprivate var extensionID: String? { headers["Lambda-Extension-Identifier"] }
}
