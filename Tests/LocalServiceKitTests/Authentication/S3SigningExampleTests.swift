import LocalHTTP
import LocalStore
import Testing

@testable import LocalServiceKit

/// The examples of the Amazon S3 API reference for Signature Version 4, read from the side of who verifies.
@Suite struct `S3's published signatures` {
    struct Example: Sendable, CustomTestStringConvertible {
        let method: String
        let target: String
        var headers: HTTPHeaders = [:]
        var signedHeaders = "host;x-amz-content-sha256;x-amz-date"
        var digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        let signature: String

        var testDescription: String { "\(method) \(target)" }
    }

    private static let examples = [
        Example(
            method: "GET",
            target: "/test.txt",
            headers: ["Range": "bytes=0-9"],
            signedHeaders: "host;range;x-amz-content-sha256;x-amz-date",
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        Example(
            method: "PUT",
            target: "/test%24file.text",
            headers: ["Date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"],
            signedHeaders: "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
            digest: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
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

    private static func key(_ signature: SignatureV4) -> SigningKey {
        SigningKey(
            secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
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

    @Test(arguments: examples)
    func `in headers are verified`(example: Example) throws {
        let parts = example.target.split(separator: "?", maxSplits: 1).map(String.init)
        var request = HTTPRequest(
            method: example.method,
            rawPath: parts[0],
            rawQuery: parts.count == 2 ? parts[1] : "",
            headers: example.headers
        )
        request.headers["Host"] = "examplebucket.s3.amazonaws.com"
        request.headers["x-amz-date"] = "20130524T000000Z"
        request.headers["x-amz-content-sha256"] = example.digest
        let authorization =
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
            + "SignedHeaders=\(example.signedHeaders),Signature=\(example.signature)"
        let signature = try SignatureV4(header: authorization, request.headers)
        #expect(Self.expected(request, signature, example.digest) == example.signature)
    }

    @Test func `in a link are verified`() throws {
        let request = HTTPRequest(
            method: "GET",
            rawPath: "/test.txt",
            rawQuery: "X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
            headers: ["Host": "examplebucket.s3.amazonaws.com"]
        )
        let signature = try SignatureV4(query: try #require(request.queryItems))
        #expect(Self.expected(request, signature, "UNSIGNED-PAYLOAD") == signature.signature)
        #expect(signature.lifetime == .seconds(86_400))
    }
}
