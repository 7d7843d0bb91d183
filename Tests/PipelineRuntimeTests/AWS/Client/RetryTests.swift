import Testing

@testable import PipelineRuntime

@Suite struct `Retries` {
    private static let fine = ScriptedTransport.Answer.success(.text(200, "fine"))

    private func answer(
        _ status: Int,
        _ code: String = "",
        _ headers: HTTPHeaders = []
    ) -> ScriptedTransport.Answer {
        .success(.text(status, #"{"__type":"\#(code)"}"#, headers))
    }

    @Test(arguments: [500, 502, 503, 504, 429])
    func `a failure of the service is tried again`(status: Int) throws {
        let fixture = ClientFixture([answer(status), Self.fine])
        #expect(try fixture.client.send(ClientFixture.call()).body == Array("fine".utf8))
        #expect(fixture.time.waits.count == 1)
    }

    @Test(arguments: [
        HTTPError.Kind.timedOut, .connectionLost, .connectionFailed, .unresolvedHost, .malformedResponse,
    ])
    func `a failure of the network is tried again`(kind: HTTPError.Kind) throws {
        let fixture = ClientFixture([.failure(HTTPError(kind, "")), Self.fine])
        #expect(try fixture.client.send(ClientFixture.call()).status == 200)
    }

    @Test(arguments: [
        "ThrottlingException", "SlowDown", "RequestLimitExceeded", "RequestTimeout", "a.b#InternalError",
    ])
    func `a code that asks for patience is tried again`(code: String) throws {
        let fixture = ClientFixture([answer(400, code), Self.fine])
        #expect(try fixture.client.send(ClientFixture.call()).status == 200)
    }

    @Test(arguments: [
        (400, "ValidationException"), (403, "AccessDenied"), (404, "NoSuchKey"), (501, "NotImplemented"),
    ])
    func `a refusal is final`(status: Int, code: String) {
        let fixture = ClientFixture([answer(status, code)])
        let error = #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
        #expect(error?.kind == .refused(status: status))
        #expect(error?.code == code)
        #expect(error?.service == .sqs)
        #expect(error?.operation == "Test")
        #expect(error?.isRetryable == false)
        #expect(fixture.time.waits.isEmpty)
    }

    @Test(arguments: [HTTPError.Kind.untrustedPeer, .responseTooLarge, .invalidURL, .fileFailed])
    func `a failure that would come again is final`(kind: HTTPError.Kind) {
        let fixture = ClientFixture([.failure(HTTPError(kind, "why"))])
        let error = #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
        #expect(error?.kind == .unanswered(HTTPError(kind, "why")))
        #expect(error?.code == kind.rawValue)
    }

    @Test(arguments: [(AWSService.sqs, 3), (.dynamodb, 4)])
    func `the number of attempts is the service's`(service: AWSService, count: Int) {
        let fixture = ClientFixture(Array(repeating: answer(500), count: count))
        let error = #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call(service)) }
        #expect(error?.isRetryable == true)
        #expect(fixture.transport.requests.count == count)
        #expect(fixture.transport.unusedCount == 0)
    }

    @Test func `the number of attempts can be configured`() {
        let fixture = ClientFixture([answer(500)], maximumAttemptCount: 1)
        #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
    }

    @Test(arguments: [
        (AWSService.sqs, 500, [50, 100, 200]), (.dynamodb, 500, [25, 50, 100]),
        (.sqs, 429, [1_000, 2_000, 4_000]),
    ])
    func `the limit of the delay doubles`(service: AWSService, status: Int, limits: [Int]) {
        let answers = Array(repeating: answer(status), count: 4)
        let fixture = ClientFixture(answers, maximumAttemptCount: 4, random: 1)
        #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call(service)) }
        #expect(fixture.time.waits == limits.map { .milliseconds($0) })
    }

    @Test func `the delay is anything below its limit and never above twenty seconds`() {
        let policy = RetryPolicy(.sqs, maximumAttemptCount: nil)
        func delay(_ attempt: Int, _ random: Double) -> Duration {
            policy.delay(afterAttempt: attempt, isThrottling: true, random: random, serverDelay: nil)
        }
        #expect(delay(3, 0) == .zero)
        #expect(delay(3, 0.25) == .seconds(1))
        #expect(delay(60, 1) == .seconds(20))
    }

    @Test(
        arguments: [
            (["x-amz-retry-after": "1500"], 1_500), (["Retry-After": "2"], 2_000),
            (["Retry-After": "3600"], 5_025),
            (["Retry-After": "Tue, 14 Nov 2023 22:13:23 GMT"], 3_000), (["Retry-After": "soon"], 25),
            (["Retry-After": "-1"], 25), (["x-amz-retry-after": "-5"], 25), (["x-amz-retry-after": "1"], 25),
        ] as [(HTTPHeaders, Int)]
    )
    func `the service's wish for time is followed, within reason`(
        headers: HTTPHeaders,
        milliseconds: Int
    ) throws {
        let fixture = ClientFixture([answer(503, "", headers), Self.fine])
        _ = try fixture.client.send(ClientFixture.call())
        #expect(fixture.time.waits == [.milliseconds(milliseconds)])
    }

    @Test func `no attempt is made that could not begin before the deadline`() {
        let fixture = ClientFixture([answer(503, "", ["Retry-After": "2"])])
        let client = fixture.client.until(.after(.seconds(2), from: fixture.time.instant))
        let error = #expect(throws: AWSError.self) { try client.send(ClientFixture.call()) }
        #expect(error?.status == 503)
        #expect(fixture.time.waits.isEmpty)
    }

    @Test func `each attempt has the time that is left`() throws {
        let fixture = ClientFixture([answer(503, "", ["Retry-After": "2"]), Self.fine])
        let client = fixture.client.until(.after(.seconds(10), from: fixture.time.instant))
        _ = try client.send(ClientFixture.call())
        #expect(fixture.transport.requests.map(\.timeout) == [.seconds(10), .seconds(8)])
    }

    @Test func `a client for an invocation leaves the one that it was derived from without a deadline`()
        throws
    {
        let fixture = ClientFixture([Self.fine, Self.fine, Self.fine])
        let invocation = fixture.client.until(.after(.seconds(10), from: fixture.time.instant))
        let work = invocation.until(.after(.seconds(7), from: fixture.time.instant))
        for client in [work, invocation, fixture.client] { _ = try client.send(ClientFixture.call()) }
        #expect(fixture.transport.requests.map(\.timeout) == [.seconds(7), .seconds(10), nil])
    }

    @Test func `while a service is down, retries run out and come back with success`() throws {
        var quota = RetryQuota()
        var takenCount = 0
        while quota.take(isThrottling: false) != nil { takenCount += 1 }
        #expect(takenCount == 35)
        quota.giveBack(14)
        #expect(quota.take(isThrottling: false) == 14)
        #expect(quota.take(isThrottling: false) == nil)
        #expect(quota.take(isThrottling: true) == 5)
        for _ in 0..<1_000 { quota.giveBack(0) }
        #expect(quota.take(isThrottling: false) == 14)
    }

    @Test func `of several calls only those that failed are made again`() throws {
        let fixture = ClientFixture([
            Self.fine, answer(500), answer(404, "NoSuchKey"), answer(500), Self.fine, Self.fine,
        ])
        let calls = (0..<4).map { ClientFixture.call(.s3, "/\($0)") }
        let results = fixture.client.send(calls)
        #expect(fixture.transport.rounds == [4, 2])
        #expect(fixture.transport.requests.suffix(2).map { $0.url.last } == ["1", "3"])
        #expect(results.map { $0.failure?.code } == [nil, nil, "NoSuchKey", nil])
    }

    @Test func `no call, no request`() {
        let fixture = ClientFixture()
        #expect(fixture.client.send([AWSCall]()).isEmpty)
    }
}
