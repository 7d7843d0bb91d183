import Testing

@testable import PipelineRuntime

@Suite struct `Clock skew` {
    /// Ten minutes after the time that the client's clock shows.
    private let date: HTTPHeaders = ["Date": "Tue, 14 Nov 2023 22:23:20 GMT"]

    private func refusal(_ code: String, _ status: Int = 403) -> ScriptedTransport.Answer {
        .success(.text(status, #"{"__type":"\#(code)"}"#, date))
    }

    @Test(arguments: [
        "RequestTimeTooSkewed", "InvalidSignatureException", "SignatureDoesNotMatch", "RequestExpired",
    ])
    func `a wrong clock is corrected by the service's date, and stays corrected`(code: String) throws {
        let fixture = ClientFixture([refusal(code), .success(.text(200)), .success(.text(200))])
        _ = try fixture.client.send(ClientFixture.call())
        _ = try fixture.client.send(ClientFixture.call())
        let times = fixture.transport.requests.compactMap { $0.headers["X-Amz-Date"] }
        #expect(times == ["20231114T221320Z", "20231114T222320Z", "20231114T222320Z"])
        #expect(fixture.time.waits.isEmpty)
    }

    @Test func `the time that the client of one invocation learnt is known to that of the next`() throws {
        let fixture = ClientFixture([
            refusal("RequestTimeTooSkewed"), .success(.text(200)), .success(.text(200)),
        ])
        for _ in 1...2 { _ = try fixture.client.until(.never).send(ClientFixture.call()) }
        #expect(fixture.transport.requests.last?.headers["X-Amz-Date"] == "20231114T222320Z")
    }

    @Test func `a refusal of HEAD without a body may come from the clock too`() throws {
        let fixture = ClientFixture([.success(.text(403, "", date)), .success(.text(200))])
        #expect(try fixture.client.send(ClientFixture.call(.s3)).status == 200)
    }

    @Test func `it is corrected once`() {
        let fixture = ClientFixture([refusal("SignatureDoesNotMatch"), refusal("SignatureDoesNotMatch")])
        let error = #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
        #expect(error?.code == "SignatureDoesNotMatch")
    }

    @Test(arguments: ["Tue, 14 Nov 2023 22:16:20 GMT", "", "nonsense"])
    func `a clock that is right enough is no reason to ask again`(date: String) {
        let answer = HTTPResponse.text(403, #"{"__type":"SignatureDoesNotMatch"}"#, ["Date": date])
        let fixture = ClientFixture([.success(answer)])
        #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
    }

    @Test func `a refusal for another reason does not touch the clock`() {
        let fixture = ClientFixture([refusal("AccessDenied")])
        #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
    }
}
