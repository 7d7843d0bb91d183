import Testing

@testable import PipelineRuntime

@Suite struct `Fetching credentials` {
    private static let keys = """
        {"Code":"Success","AccessKeyId":"ASIA","SecretAccessKey":"s","Token":"t","Expiration":"2023-11-14T23:13:20Z"}
        """
    private static let fine = HTTPResponse.text(200)

    private func fixture(_ source: AWSCredentialSource, _ answers: HTTPResponse...) -> ClientFixture {
        ClientFixture(answers.map { .success($0) }, source: source, maximumAttemptCount: 1)
    }

    private func failure(_ source: AWSCredentialSource, _ answers: HTTPResponse...) -> AWSError? {
        let fixture = ClientFixture(answers.map { .success($0) }, source: source, maximumAttemptCount: 1)
        return #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
    }

    @Test func `a container's service is asked with its token`() throws {
        let service = ContainerCredentialService(
            url: "http://169.254.170.2/v2",
            authorization: .token("Bearer x")
        )
        let fixture = fixture(.container(service), .text(200, Self.keys), Self.fine)
        _ = try fixture.client.send(ClientFixture.call())
        let requests = fixture.transport.requests
        #expect(requests[0].url == "http://169.254.170.2/v2")
        #expect(requests[0].headers["Authorization"] == "Bearer x")
        #expect(requests[1].headers["X-Amz-Security-Token"] == "t")
        #expect(requests[1].headers["Authorization"]?.contains("Credential=ASIA/") == true)
    }

    @Test func `a token's file is read every time`() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("token", Array("first\n".utf8))
        let service = ContainerCredentialService(url: "http://localhost/", authorization: .file(path: path))
        let answer = HTTPResponse.text(200, Self.keys)
        let fixture = fixture(.container(service), answer, Self.fine, answer, Self.fine)
        _ = try fixture.client.send(ClientFixture.call())
        _ = try directory.write("token", Array("second".utf8))
        fixture.time.advance(by: .seconds(3_500))
        _ = try fixture.client.send(ClientFixture.call())
        #expect(fixture.transport.requests.map { $0.headers["Authorization"]?.prefix(6) }[0] == "first")
        #expect(fixture.transport.requests[2].headers["Authorization"] == "second")
    }

    @Test func `the instance's service is asked for a token first`() throws {
        let answers = [
            HTTPResponse.text(200, "TOKEN"), .text(200, "the role\n"), .text(200, Self.keys), Self.fine,
        ]
        let fixture = ClientFixture(
            answers.map { .success($0) },
            source: .instanceRole(InstanceMetadataService())
        )
        _ = try fixture.client.send(ClientFixture.call())
        let requests = fixture.transport.requests
        let base = "http://169.254.169.254/latest"
        #expect(requests.prefix(3).map(\.method) == ["PUT", "GET", "GET"])
        #expect(
            requests.prefix(3).map(\.url) == [
                "\(base)/api/token", "\(base)/meta-data/iam/security-credentials/",
                "\(base)/meta-data/iam/security-credentials/the%20role",
            ]
        )
        #expect(requests[0].headers["X-aws-ec2-metadata-token-ttl-seconds"] == "21600")
        #expect(requests[1].headers["X-aws-ec2-metadata-token"] == "TOKEN")
        #expect(requests[2].headers["X-aws-ec2-metadata-token"] == "TOKEN")
    }

    @Test func `a pod's token is exchanged for keys without a signature`() throws {
        let directory = try TemporaryDirectory()
        let identity = WebIdentity(
            tokenPath: try directory.write("token", Array("a.b-c".utf8)),
            roleARN: "arn:aws:iam::1:role/r",
            sessionName: "s"
        )
        let answer = """
            <AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
            <AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
            <Expiration>2023-11-14T23:13:20Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult>
            </AssumeRoleWithWebIdentityResponse>
            """
        let fixture = fixture(.webIdentity(identity), .text(200, answer), Self.fine)
        _ = try fixture.client.send(ClientFixture.call())
        let request = fixture.transport.requests[0]
        #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
        #expect(request.headers["Authorization"] == nil)
        #expect(
            request.body
                == .bytes(
                    Array(
                        "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr"
                            .utf8
                    ) + Array("&RoleSessionName=s&WebIdentityToken=a.b-c".utf8)
                )
        )
        #expect(fixture.transport.requests[1].headers["X-Amz-Security-Token"] == "t")
    }

    @Test func `a pod's token that is not there is told`() {
        let identity = WebIdentity(tokenPath: "/nowhere", roleARN: "arn:aws:iam::1:role/r", sessionName: "s")
        let error = failure(.webIdentity(identity))
        #expect(error?.kind == .noCredentials(isRetryable: false))
    }

    @Test func `keys are kept until five minutes before their end`() throws {
        let service = AWSCredentialSource.container(ContainerCredentialService(url: "http://localhost/"))
        let answer = HTTPResponse.text(200, Self.keys)
        let fixture = fixture(service, answer, Self.fine, Self.fine, answer, Self.fine)
        _ = try fixture.client.send(ClientFixture.call())
        fixture.time.advance(by: .seconds(3_299))
        _ = try fixture.client.send(ClientFixture.call())
        fixture.time.advance(by: .seconds(1))
        _ = try fixture.client.send(ClientFixture.call())
        #expect(fixture.transport.unusedCount == 0)
    }

    @Test func `keys at hand serve to their end when no others can be had`() throws {
        let service = AWSCredentialSource.container(ContainerCredentialService(url: "http://localhost/"))
        let fixture = fixture(service, .text(200, Self.keys), Self.fine, .text(500), Self.fine, .text(500))
        _ = try fixture.client.send(ClientFixture.call())
        fixture.time.advance(by: .seconds(3_500))
        _ = try fixture.client.send(ClientFixture.call())
        fixture.time.advance(by: .seconds(100))
        let error = #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
        #expect(error?.kind == .noCredentials(isRetryable: true))
    }

    @Test func `keys that a service calls expired are replaced once`() throws {
        let service = AWSCredentialSource.container(ContainerCredentialService(url: "http://localhost/"))
        let expired = HTTPResponse.text(400, #"{"__type":"ExpiredTokenException"}"#)
        let keys = HTTPResponse.text(200, Self.keys)
        let fixture = fixture(service, keys, expired, keys, expired)
        let error = #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
        #expect(error?.code == "ExpiredTokenException")
        #expect(fixture.transport.unusedCount == 0)
    }

    @Test func `keys that were given at start are not replaced`() {
        let fixture = ClientFixture(.text(400, #"{"__type":"ExpiredTokenException"}"#))
        #expect(throws: AWSError.self) { try fixture.client.send(ClientFixture.call()) }
    }

    @Test(arguments: [(503, true), (429, true), (404, false), (403, false)])
    func `a refusal is told with the call that needed the keys`(status: Int, isRetryable: Bool) {
        let error = failure(.container(ContainerCredentialService(url: "http://localhost/x")), .text(status))
        #expect(error?.kind == .noCredentials(isRetryable: isRetryable))
        #expect(error?.isRetryable == isRetryable)
        #expect(error?.operation == "Test")
        #expect(error?.message == "http://localhost/x: status \(status)")
    }

    @Test(arguments: [
        "", "{}", #"{"AccessKeyId":"A"}"#, "<html/>", #"{"Code":"AssumeRoleUnauthorizedAccess"}"#,
    ])
    func `an answer without keys is an error that stays`(body: String) {
        let error = failure(
            .container(ContainerCredentialService(url: "http://localhost/")),
            .text(200, body)
        )
        #expect(error?.kind == .noCredentials(isRetryable: false))
    }

    @Test func `a token's file that is missing or empty is an error`() throws {
        let directory = try TemporaryDirectory()
        for path in [directory.file("none"), try directory.write("empty", [])] {
            let service = ContainerCredentialService(
                url: "http://localhost/",
                authorization: .file(path: path)
            )
            #expect(failure(.container(service))?.kind == .noCredentials(isRetryable: false))
        }
    }

    @Test func `no fetch takes longer than the deadline`() throws {
        let service = AWSCredentialSource.container(ContainerCredentialService(url: "http://localhost/"))
        let fixture = fixture(service, .text(200, Self.keys), Self.fine)
        let client = fixture.client.until(.after(.seconds(2)))
        _ = try client.send(ClientFixture.call())
        let timeout = try #require(fixture.transport.requests[0].timeout)
        #expect(timeout <= .seconds(2))
    }
}
