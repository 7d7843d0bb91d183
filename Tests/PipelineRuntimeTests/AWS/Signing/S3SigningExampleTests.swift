import Testing

@testable import PipelineRuntime

/// The examples of "Signature calculations for the authorization header" and "Authenticating requests: using query
/// parameters" in the Amazon S3 API reference.
@Suite struct `S3's published signing examples` {
    struct Example: Sendable, CustomTestStringConvertible {
        let method: String
        let target: String
        var fields: HTTPHeaders = []
        var body = ""
        let signature: String

        var testDescription: String { "\(method) \(target)" }
    }

    private static let examples = [
        Example(
            method: "GET",
            target: "/test.txt",
            fields: ["Range": "bytes=0-9"],
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        Example(
            method: "PUT",
            target: "/test%24file.text",
            fields: ["Date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"],
            body: "Welcome to Amazon S3.",
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        ),
        Example(
            method: "GET",
            target: "/?lifecycle",
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        ),
        Example(
            method: "GET",
            target: "/?max-keys=2&prefix=J",
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        ),
    ]

    private let signer = RequestSigner(region: "us-east-1", service: "s3", rules: .s3)
    private let time = WallTime(millisecondsSince1970: 1_369_353_600_000)
    private let credentials = AWSCredentials(
        accessKeyID: "AKIAIOSFODNN7EXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    )

    @Test(arguments: examples)
    func `a request is signed as printed`(example: Example) throws {
        let url = try #require(HTTPURL("https://examplebucket.s3.amazonaws.com\(example.target)"))
        let body = HTTPRequestBody.bytes(Array(example.body.utf8))
        let signed = signer.sign(
            HTTPRequest(example.method, "", headers: example.fields, body: body),
            to: url,
            payload: try PayloadHash(hashing: body),
            credentials: credentials,
            at: time
        )
        #expect(signed.headers["Authorization"]?.hasSuffix("Signature=\(example.signature)") == true)
    }

    @Test func `a presigned URL is the one printed`() throws {
        let url = signer.presignedURL(
            "GET",
            try #require(HTTPURL("https://examplebucket.s3.amazonaws.com/test.txt")),
            credentials: credentials,
            at: time,
            lifetimeInSeconds: 86_400
        )
        #expect(
            url
                == "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
        )
    }
}
