import PipelineRuntime
import Testing

@Suite struct `Sources of credentials` {
    private func read(_ variables: [String: String]) throws(SettingsError) -> AWSCredentialSource {
        try SettingsReader.read(Environment(variables)) { AWSCredentialSource(reading: &$0) }
    }

    private func problems(_ variables: [String: String]) -> [String] {
        #expect(throws: SettingsError.self) { try read(variables) }?.problems.map(\.name) ?? []
    }

    @Test func `half a pair of keys is a problem, not a reason to look elsewhere`() {
        #expect(problems(["AWS_ACCESS_KEY_ID": "A"]) == ["AWS_SECRET_ACCESS_KEY"])
        #expect(problems(["AWS_SECRET_ACCESS_KEY": "s"]) == ["AWS_ACCESS_KEY_ID"])
    }

    @Test func `keys come before everything else`() throws {
        let source = try read([
            "AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s", "AWS_WEB_IDENTITY_TOKEN_FILE": "/t",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2",
        ])
        #expect(source == .fixed(AWSCredentials(accessKeyID: "A", secretAccessKey: "s")))
    }

    @Test func `a pod's identity comes before the container's`() throws {
        let source = try read([
            "AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "arn:r",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2",
        ])
        let session = "distributed-image-processor"
        #expect(source == .webIdentity(WebIdentity(tokenPath: "/t", roleARN: "arn:r", sessionName: session)))
        #expect(problems(["AWS_WEB_IDENTITY_TOKEN_FILE": "/t"]) == ["AWS_ROLE_ARN"])
    }

    @Test func `a relative address is the task's own service`() throws {
        let source = try read(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/credentials/x"])
        #expect(
            source == .container(ContainerCredentialService(url: "http://169.254.170.2/v2/credentials/x"))
        )
    }

    @Test(arguments: ["@evil.test/", ".evil.test/", ":1/x y"])
    func `a relative address cannot lead elsewhere`(path: String) {
        #expect(
            problems(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": path]) == [
                "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
            ]
        )
    }

    @Test(arguments: [
        "https://anywhere.test/v1", "http://localhost/v1", "http://127.0.0.1:8080/v1", "http://127.1.2.3/",
        "http://[::1]/v1", "http://169.254.170.2/v1", "http://169.254.170.23/v1", "http://[fd00:ec2::23]/v1",
    ])
    func `a full address may be secure or on this machine`(url: String) throws {
        let source = try read([
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": url, "AWS_CONTAINER_AUTHORIZATION_TOKEN": "t",
        ])
        #expect(source == .container(ContainerCredentialService(url: url, authorization: .token("t"))))
    }

    @Test(arguments: [
        "http://anywhere.test/", "http://169.254.169.254/", "http://10.0.0.1/", "http://localhost.evil.test/",
        "ftp://x/",
        "http://[fd00:ec2::254]/", "nonsense",
    ])
    func `another full address is refused`(url: String) {
        #expect(
            problems(["AWS_CONTAINER_CREDENTIALS_FULL_URI": url]) == ["AWS_CONTAINER_CREDENTIALS_FULL_URI"]
        )
    }

    @Test func `a token's file comes before the token`() throws {
        let source = try read([
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN": "t",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/f",
        ])
        let service = ContainerCredentialService(url: "http://localhost/", authorization: .file(path: "/f"))
        #expect(source == .container(service))
    }

    @Test func `without anything else the instance is asked`() throws {
        #expect(try read([:]) == .instanceRole(InstanceMetadataService()))
        let moved = try read(["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://localhost:1338/"])
        #expect(moved == .instanceRole(InstanceMetadataService(baseURL: "http://localhost:1338")))
        let newer = try read(["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"])
        #expect(newer == .instanceRole(InstanceMetadataService(baseURL: "http://[fd00:ec2::254]")))
    }

    @Test func `without any source there is a problem`() {
        #expect(problems(["AWS_EC2_METADATA_DISABLED": "true"]) == ["AWS_ACCESS_KEY_ID"])
    }
}
