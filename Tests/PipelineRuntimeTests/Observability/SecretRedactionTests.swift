import PipelineRuntime
import Testing

@Suite struct SecretRedactionTests {
    private let output = CollectedLines()

    private var logger: Logger { Logger(output: output, clock: FixedClock()) }

    @Test(arguments: [
        "password", "webhookSecret", "AWS_SECRET_ACCESS_KEY", "Authorization", "x-amz-security-token",
        "api_key", "Set-Cookie",
        "accessKeyId", "credentials",
    ])
    func `a field named like a secret is not written`(name: String) throws {
        logger.info("x", [name: "hunter2"])
        #expect(!output.lines[0].contains("hunter2"))
        #expect(try JSONObject(parsing: output.lines[0])[name] == "[redacted]")
    }

    @Test(arguments: ["message", "field", "list"])
    func `a signed URL is written without its signature and credentials`(place: String) {
        let url =
            "https://b.s3.amazonaws.com/é.jpg?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260131"
            + "&X-Amz-Security-Token=IQoJb3JpZ2lu&x-amz-signature=0123456789abcdef&Expires=9 and more"
        switch place {
        case "message": logger.info("fetching \(url)")
        case "field": logger.info("x", ["url": .string(url)])
        default: logger.info("x", ["urls": .list([.string(url)])])
        }
        let line = output.lines[0]
        for secret in ["AKIDEXAMPLE", "IQoJb3JpZ2lu", "0123456789abcdef"] { #expect(!line.contains(secret)) }
        #expect(
            line.contains(
                "é.jpg?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=[redacted]&X-Amz-Security-Token=[redacted]"
            )
        )
        #expect(line.contains("x-amz-signature=[redacted]&Expires=9 and more"))
    }

    @Test func `the older signed links are covered too`() {
        logger.info("http://h/b/k?AWSAccessKeyId=AKIDEXAMPLE&Signature=abc%3D&Expires=1")
        #expect(output.lines[0].contains("?AWSAccessKeyId=[redacted]&Signature=[redacted]&Expires=1"))
    }

    @Test func `other texts are left alone`() throws {
        logger.info("width=20 designation=x", ["key": "uploads/1/a=b.jpg"])
        let line = try JSONObject(parsing: output.lines[0])
        #expect(line["message"] == "width=20 designation=x")
        #expect(line["key"] == "uploads/1/a=b.jpg")
    }
}
