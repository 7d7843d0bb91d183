import PipelineRuntime
import Testing

@Suite struct `Configuration from the environment` {
    private let minimal = ["AWS_REGION": "eu-west-1", "AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s"]

    private func read(_ variables: [String: String]) throws(SettingsError) -> AWSConfiguration {
        let environment = Environment(minimal.merging(variables) { $1 })
        return try SettingsReader.read(environment) { AWSConfiguration(reading: &$0) }
    }

    private func problems(_ variables: [String: String]) -> [String] {
        #expect(throws: SettingsError.self) { try read(variables) }?.problems.map(\.name) ?? []
    }

    @Test func `a function's environment is enough`() throws {
        let configuration = try read(["AWS_SESSION_TOKEN": "t"])
        #expect(configuration.region == "eu-west-1")
        let keys = AWSCredentials(accessKeyID: "A", secretAccessKey: "s", sessionToken: "t")
        #expect(configuration.credentialSource == .fixed(keys))
        #expect(configuration.endpoints.baseURL(of: .sqs) == "https://sqs.eu-west-1.amazonaws.com")
        #expect(configuration.maximumAttemptCount == nil)
        #expect(configuration.proxies == .none)
    }

    @Test func `the older name of the region is taken where the newer is missing`() throws {
        let variables = ["AWS_REGION": "", "AWS_DEFAULT_REGION": "cn-north-1"]
        #expect(
            try read(variables).endpoints.baseURL(of: .ses) == "https://email.cn-north-1.amazonaws.com.cn"
        )
    }

    @Test func `every service can have its own endpoint`() throws {
        let configuration = try read([
            "AWS_ENDPOINT_URL": "http://localhost:4566/", "AWS_ENDPOINT_URL_S3": "https://minio:9000/base//",
            "AWS_ENDPOINT_URL_SESV2": "http://mail", "AWS_ENDPOINT_URL_SES": "http://other",
        ])
        #expect(configuration.endpoints.baseURL(of: .s3) == "https://minio:9000/base")
        #expect(configuration.endpoints.baseURL(of: .ses) == "http://mail")
        #expect(configuration.endpoints.baseURL(of: .dynamodb) == "http://localhost:4566")
    }

    @Test func `the other name of the mail service's endpoint is understood`() throws {
        let endpoints = try read(["AWS_ENDPOINT_URL_SES": "http://mail"]).endpoints
        #expect(endpoints.baseURL(of: .ses) == "http://mail")
    }

    @Test func `configured endpoints can be ignored`() throws {
        let variables = [
            "AWS_ENDPOINT_URL": "http://localhost", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true",
        ]
        #expect(try read(variables).endpoints.baseURL(of: .s3) == "https://s3.eu-west-1.amazonaws.com")
    }

    @Test func `a bundle of authorities must be readable`() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("ca.pem", [])
        #expect(try read(["AWS_CA_BUNDLE": path]).caBundlePath == path)
        #expect(problems(["AWS_CA_BUNDLE": directory.file("none")]) == ["AWS_CA_BUNDLE"])
    }

    @Test func `all problems are told at once`() {
        let names = problems([
            "AWS_REGION": "Not a region!", "AWS_SECRET_ACCESS_KEY": "", "AWS_ENDPOINT_URL": "localhost:4566",
            "AWS_ENDPOINT_URL_SNS": "http://h/?a=b", "AWS_MAX_ATTEMPTS": "0", "AWS_CA_BUNDLE": "/none",
        ])
        #expect(
            Set(names) == [
                "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SNS",
                "AWS_MAX_ATTEMPTS",
                "AWS_CA_BUNDLE",
            ]
        )
        #expect(names.count == 6)
    }

    @Test(arguments: ["", "eu_west_1", "eu-west-1.evil.test/", "-eu", "EU-WEST-1"])
    func `what cannot be part of a host name is no region`(region: String) {
        #expect(problems(["AWS_REGION": region]).count == 1)
    }
}
