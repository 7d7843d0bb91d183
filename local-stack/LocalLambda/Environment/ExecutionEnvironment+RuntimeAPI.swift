import LocalHTTP

extension ExecutionEnvironment {
    /// Answers a request of the runtime or of an extension, now or when there is something to say.
    func take(_ call: RuntimeCall) {
        guard phase != .ending, phase != .ended else {
            return call.reply.send(RuntimeAPIError.containerError.response)
        }
        do throws(RuntimeAPIError) {
            try answer(call)
        } catch {
            call.reply.send(error.response)
        }
    }

    private func answer(_ call: RuntimeCall) throws(RuntimeAPIError) {
        switch call.route {
        case .next: try next(call)
        case .response(let requestID): try response(to: requestID, call)
        case .error(let requestID): try error(of: requestID, call)
        case .initializationError: try initializationError(call)
        case .registerExtension: try register(call)
        case .nextExtensionEvent:
            try extensions.wait(call)
            if let current { extensions.inform(extensionEvent(current)) }
        case .extensionError:
            try extensions.check(call)
            call.accept()
        case .ping, .telemetry, .unknown, .wrongMethod: throw .containerError
        }
    }

    private func next(_ call: RuntimeCall) throws(RuntimeAPIError) {
        try state.askForNext()
        if let current, state.phase == .running { return call.reply.send(event(current)) }
        waitingRuntimes.append(call.reply)
        if current == nil, phase == .ready { return }
        if current == nil { finishStart() } else { completeInvocation() }
        owner?.environmentIsReady(self)
        if current == nil, phase == .ready { freeze() }
    }

    private func finishStart() {
        phase = .ready
        cancelAlarm()
        log.noteStart(after: age)
        extensions.closeRegistration()
        owner?.environmentHasStarted(self)
    }

    private func response(to requestID: String, _ call: RuntimeCall) throws(RuntimeAPIError) {
        try state.respond(to: requestID)
        if memory?.isExceeded() == true { return breakDown(.outOfMemory) }
        guard let body = call.body else { return try refuse(.responseTooLarge, .entityTooLarge) }
        guard call.responseMode == nil || call.responseMode == "streaming" else {
            return try refuse(.invalidResponseMode, .invalidResponseMode)
        }
        current?.answer(.success(payload: body))
        call.accept()
    }

    private func error(of requestID: String, _ call: RuntimeCall) throws(RuntimeAPIError) {
        try state.reportError(of: requestID)
        guard let failure = call.reportedFailure else {
            return try refuse(.responseTooLarge, .entityTooLarge)
        }
        current?.fail(failure)
        call.accept()
    }

    private func refuse(_ failure: RuntimeFailure, _ answer: RuntimeAPIError) throws(RuntimeAPIError) {
        current?.fail(failure)
        throw answer
    }

    private func initializationError(_ call: RuntimeCall) throws(RuntimeAPIError) {
        try state.reportInitializationError()
        call.accept()
        breakDown(call.reportedFailure ?? .responseTooLarge)
    }

    private func register(_ call: RuntimeCall) throws(RuntimeAPIError) {
        let id = try extensions.register(call)
        let registration = ExtensionRegistration(functionName: function.name, handler: function.handler)
        call.reply.send(.json(status: 200, headers: ["Lambda-Extension-Identifier": id], registration))
    }

    /// Answers all that wait for an invocation.
    func deliver(_ invocation: ActiveInvocation) {
        let replies = waitingRuntimes
        waitingRuntimes = []
        for reply in replies { reply.send(event(invocation)) }
        extensions.beginInvocation()
        extensions.inform(extensionEvent(invocation))
    }

    /// The invocation with the headers of `next`; those that would be empty are left out.
    private func event(_ active: ActiveInvocation) -> HTTPResponse {
        let invocation = active.pending.invocation
        var headers: HTTPHeaders = [
            "Content-Type": "application/json",
            "Lambda-Runtime-Aws-Request-Id": invocation.requestID,
            "Lambda-Runtime-Deadline-Ms": String(active.deadlineMilliseconds),
            "Lambda-Runtime-Invoked-Function-Arn": context.settings.functionARN(function.name),
            "Lambda-Runtime-Trace-Id": invocation.traceID,
        ]
        headers["Lambda-Runtime-Client-Context"] = invocation.clientContext
        return HTTPResponse(status: 200, headers: headers, body: .bytes(invocation.payload))
    }

    private func extensionEvent(_ active: ActiveInvocation) -> HTTPResponse {
        let event = ExtensionEvent(
            deadlineMs: active.deadlineMilliseconds,
            requestId: active.requestID,
            invokedFunctionArn: context.settings.functionARN(function.name),
            tracing: ExtensionEvent.Tracing(value: active.pending.invocation.traceID)
        )
        return .json(status: 200, event)
    }
}

extension RuntimeCall {
    fileprivate var responseMode: String? { headers["Lambda-Runtime-Function-Response-Mode"] }

    /// The posted error; where there is no document, one is made of the header (the API's description says so).
    fileprivate var reportedFailure: RuntimeFailure? {
        guard let body else { return nil }
        let type = FunctionErrorType(header: headers["Lambda-Runtime-Function-Error-Type"])
        let document =
            body.isEmpty ? .json(ErrorDocument(type: type.text, message: "No error message was given")) : body
        return .reported(document: document, type: type)
    }
}
