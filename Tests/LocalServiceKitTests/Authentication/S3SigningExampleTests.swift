import LocalHTTP
import LocalStore
import SigningVectors
import Testing

@testable import LocalServiceKit

@Suite struct `S3's published signatures` {
    private static func key(_ signature: SignatureV4) -> SigningKey {
        SigningKey(
            secret: S3SigningExample.secretAccessKey,
            day: signature.day,
            region: signature.region,
            service: signature.service
        )
    }

    private static func expected(_ request: HTTPRequest, _ signature: SignatureV4, _ digest: String) -> String
    {
        let canonical = CanonicalRequest(request, signature, payloadHash: digest)
        let hash = Digest.sha256.of(canonical.text).hexadecimal
        return key(signature).sign(
            "AWS4-HMAC-SHA256\n\(signature.signedAt.basicISO8601)\n\(signature.scope)\n\(hash)"
        )
    }

    @Test(arguments: S3SigningExample.all)
    func `in headers are verified`(example: S3SigningExample) throws {
        let parts = example.target.split(separator: "?", maxSplits: 1).map(String.init)
        var request = HTTPRequest(
            method: example.method,
            rawPath: parts[0],
            rawQuery: parts.count == 2 ? parts[1] : ""
        )
        for (name, value) in example.headers { request.headers[name] = value }
        request.headers["Host"] = S3SigningExample.host
        request.headers["x-amz-date"] = S3SigningExample.time.basic
        request.headers["x-amz-content-sha256"] = example.digest
        let names =
            example.headers.keys.map { $0.lowercased() } + ["host", "x-amz-content-sha256", "x-amz-date"]
        let authorization =
            "AWS4-HMAC-SHA256 Credential=\(S3SigningExample.accessKeyID)/20130524/us-east-1/s3/aws4_request,"
            + "SignedHeaders=\(names.sorted().joined(separator: ";")),Signature=\(example.signature)"
        let signature = try SignatureV4(header: authorization, request.headers)
        #expect(Self.expected(request, signature, example.digest) == example.signature)
    }

    @Test func `in a link are verified`() throws {
        let request = HTTPRequest(
            method: "GET",
            rawPath: "/test.txt",
            rawQuery: S3SigningExample.linkQuery,
            headers: ["Host": S3SigningExample.host]
        )
        let signature = try SignatureV4(query: try #require(request.queryItems))
        #expect(Self.expected(request, signature, "UNSIGNED-PAYLOAD") == signature.signature)
        #expect(signature.lifetime == .seconds(86_400))
    }
}
