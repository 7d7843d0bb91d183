import SigningVectors
import Testing

@testable import PipelineRuntime

@Suite struct `S3's published signing examples` {
    private let signer = RequestSigner(region: "us-east-1", service: "s3", rules: .s3)
    private let time = WallTime(millisecondsSince1970: S3SigningExample.time.millisecondsSince1970)
    private let credentials = AWSCredentials(
        accessKeyID: S3SigningExample.accessKeyID,
        secretAccessKey: S3SigningExample.secretAccessKey
    )

    private static func url(_ target: String) -> String { "https://\(S3SigningExample.host)\(target)" }

    @Test(arguments: S3SigningExample.all)
    func `a request is signed as printed`(example: S3SigningExample) throws {
        let body = HTTPRequestBody.bytes(Array(example.body.utf8))
        let headers = HTTPHeaders(example.headers.map { HTTPHeader($0.key, $0.value) })
        let payload = try PayloadHash(hashing: body)
        let signed = signer.sign(
            HTTPRequest(example.method, "", headers: headers, body: body),
            to: try #require(HTTPURL(Self.url(example.target))),
            payload: payload,
            credentials: credentials,
            at: time
        )
        #expect(signed.headers["Authorization"]?.hasSuffix("Signature=\(example.signature)") == true)
    }

    @Test func `a presigned URL is the one printed`() throws {
        let url = signer.presignedURL(
            "GET",
            try #require(HTTPURL(Self.url("/test.txt"))),
            credentials: credentials,
            at: time,
            lifetimeInSeconds: 86_400
        )
        #expect(url == Self.url("/test.txt?\(S3SigningExample.linkQuery)"))
    }
}
