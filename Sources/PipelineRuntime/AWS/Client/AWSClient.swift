/// Signs calls, sends them, and tries again what can succeed, within a deadline.
///
/// Build the first once and derive one for each invocation: all share connections, keys and what failures have taught,
/// and like their transport all belong to one thread.
package struct AWSClient {
    /// What the client was built from.
    package let configuration: AWSConfiguration
    private let transport: any HTTPTransport
    private let timing: ClientTiming
    private let credentials: CredentialCache
    private let judge: RetryJudge
    /// The moment until which calls may take, retries included.
    private var deadline = Deadline.never

    /// Makes a client over a transport of its own.
    ///
    /// - Throws: `AWSError.Kind.unanswered` when libcurl cannot be initialised.
    package init(_ configuration: AWSConfiguration) throws(AWSError) {
        do {
            let transport = try CurlTransport(
                caBundlePath: configuration.caBundlePath,
                proxies: configuration.proxies
            )
            self.init(configuration, transport: transport)
        } catch {
            throw AWSError(.unanswered(error), error.detail)
        }
    }

    /// Makes a client over `transport`.
    package init(_ configuration: AWSConfiguration, transport: any HTTPTransport) {
        self.init(configuration, transport: transport, timing: .system)
    }

    /// Makes a client with clocks and chance of one's own.
    init(_ configuration: AWSConfiguration, transport: any HTTPTransport, timing: ClientTiming) {
        self.configuration = configuration
        self.transport = transport
        self.timing = timing
        credentials = CredentialCache(configuration, transport: transport, clock: timing.clock)
        judge = RetryJudge(timing, credentials, maximumAttemptCount: configuration.maximumAttemptCount)
    }

    /// The same client for calls that must be over at `deadline`, with all their retries.
    package func until(_ deadline: Deadline) -> AWSClient {
        var client = self
        client.deadline = deadline
        return client
    }

    /// Makes one call.
    func send(_ call: AWSCall) throws(AWSError) -> HTTPResponse {
        try send([call])[0].get()
    }

    /// Makes several calls at once; those that fail and can succeed are tried again together.
    ///
    /// - Returns: One result for each call, in the order of the calls.
    func send(_ calls: [AWSCall]) -> [Result<HTTPResponse, AWSError>] {
        var results = calls.map { _ in Result<HTTPResponse, AWSError>.failure(Self.noAnswer) }
        var waiting = calls.indices.map { CallAttempt(index: $0, call: calls[$0]) }
        while !waiting.isEmpty {
            let answers = attempt(&waiting)
            var delay = Duration.zero
            waiting = zip(waiting, answers).compactMap { attempt, answer in
                var attempt = attempt
                results[attempt.index] = answer.result
                guard let wanted = judge.delay(after: answer, &attempt, before: deadline) else { return nil }
                delay = max(delay, wanted)
                return attempt
            }
            if delay > .zero { timing.wait(delay) }
        }
        return results
    }

    /// The keys that are valid now, and the time that AWS's clock shows.
    func signingMaterial() throws(AWSError) -> (credentials: AWSCredentials, time: WallTime) {
        (try credentials.credentials(before: deadline), judge.signingTime)
    }

    /// The signer for `service`.
    func signer(_ service: AWSService) -> RequestSigner {
        RequestSigner(region: configuration.region, service: service.rawValue, rules: service.signingRules)
    }

    private static let noAnswer = AWSError(.unreadableAnswer, "the transport gave no answer")

    /// Sends each call once; those that cannot be signed are answered at once.
    private func attempt(_ attempts: inout [CallAttempt]) -> [CallAnswer] {
        let signed = attempts.indices.map { index in
            Result { () throws(AWSError) in try sign(&attempts[index]) }
        }
        var responses = transport.send(signed.compactMap { try? $0.get() })[...]
        return zip(attempts, signed).map { attempt, request in
            switch request {
            case .failure(let error): CallAnswer(error.during(attempt.call))
            case .success:
                responses.popFirst().map {
                    CallAnswer($0, of: attempt.call, signedFor: configuration.region)
                } ?? CallAnswer(Self.noAnswer.during(attempt.call))
            }
        }
    }

    private func sign(_ attempt: inout CallAttempt) throws(AWSError) -> HTTPRequest {
        // Counted first: an attempt that finds no keys is one too.
        attempt.count += 1
        let (credentials, time) = try signingMaterial()
        attempt.signingTime = time
        var request = attempt.call.request
        request.timeout = deadline.remaining(at: timing.now())
        request.headers["User-Agent"] = HTTPRequest.userAgent
        guard let url = HTTPURL(request.url) else {
            throw AWSError(.invalidArgument, "no URL: \(request.url)")
        }
        return signer(attempt.call.service).sign(
            request,
            to: url,
            payload: attempt.call.payload,
            credentials: credentials,
            at: time
        )
    }
}
