@testable import PipelineRuntime

/// A client over a scripted transport and clocks moved by hand.
struct ClientFixture {
    let transport: ScriptedTransport
    let time = ManualTiming()
    let client: AWSClient

    init(
        _ answers: [ScriptedTransport.Answer],
        source: AWSCredentialSource = .fixed(AWSCredentials(accessKeyID: "AKID", secretAccessKey: "secret")),
        endpoints: [AWSService: String] = [:],
        maximumAttemptCount: Int? = nil,
        random: Double = 0.5
    ) {
        transport = ScriptedTransport(answers)
        let configuration = AWSConfiguration(
            region: "eu-west-1",
            credentialSource: source,
            customEndpoints: endpoints,
            maximumAttemptCount: maximumAttemptCount
        )
        client = AWSClient(configuration, transport: transport, timing: time.timing(random: random))
    }

    init(_ answers: HTTPResponse...) {
        self.init(answers.map { .success($0) })
    }

    /// A call that says little.
    static func call(_ service: AWSService = .sqs, _ path: String = "/") -> AWSCall {
        AWSCall(service: service, operation: "Test", url: "https://service.test\(path)")
    }
}
